/** Puts the focus where this field is filled in: in the box, or on the chosen (else first) choice of a group. @returns false: not there */
export function focusField(elementId: string): boolean {
  const element = document.getElementById(elementId);
  if (element === null) return false;
  const inside = element.querySelector<HTMLElement>('input:checked') ?? element.querySelector<HTMLElement>('input, select, textarea, button');
  (inside ?? element).focus();
  return true;
}
