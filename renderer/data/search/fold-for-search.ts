/** Letters that Unicode does not see as a letter with a mark; each becomes one other letter, so that places stay places. */
const plainLetters: Readonly<Record<string, string>> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', '’': "'" };
const onlyPlain = /^[\s\u0020-\u007e]*$/;

/** Without case and marks: "Ünal" is found by "unal". As long as the text itself, letter for letter, where it can be. */
export function foldForSearch(text: string): string {
  if (onlyPlain.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text) {
    const lower = character.toLowerCase();
    const plain = plainLetters[lower] ?? lower.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '');
    folded += plain.length === character.length ? plain : lower.length === character.length ? lower : character;
  }
  return folded;
}

export function searchWords(text: string): readonly string[] {
  return foldForSearch(text).split(/[\s,]+/).filter((word) => word !== '');
}
