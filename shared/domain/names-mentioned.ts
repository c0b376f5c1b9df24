/**
 * Which of these names a text mentions, as whole words and in any spelling of capitals: a note about one person lies in
 * that person's file, and nobody else's name belongs there. Only a hint for the writer: a name can be a word as well.
 */
export function namesMentioned(text: string, names: readonly string[]): readonly string[] {
  const words = new Set(text.toLocaleLowerCase('nl').split(/[^\p{L}\p{M}'-]+/u).map((word) => word.replace(/('s|s')$/u, '')));
  return names.filter((name) => name.length >= 3 && words.has(name.toLocaleLowerCase('nl')));
}
