/** What is read after the name of a field: its explanation, then what is wrong with it. */
export function describedBy(id: string, hint: string | undefined, error: string | null): string | undefined {
  const ids = [hint !== undefined && `${id}-description`, error !== null && `${id}-error`].filter((each) => each !== false);
  return ids.length === 0 ? undefined : ids.join(' ');
}
