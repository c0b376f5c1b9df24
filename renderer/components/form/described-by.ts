/** What is read after the name of a field: its explanation, what is wrong with it, then what is worth a second look. */
export function describedBy(id: string, hint: string | undefined, error: string | null, hasNote = false): string | undefined {
  const ids = [hint !== undefined && `${id}-description`, error !== null && `${id}-error`, hasNote && `${id}-note`].filter((each) => each !== false);
  return ids.length === 0 ? undefined : ids.join(' ');
}
