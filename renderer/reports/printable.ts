/** Signs that people type and the font does not have, in the words of a typewriter. */
const substitutes: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '≥': '>=',
  '≤': '<=',
  '≠': '=/=',
  '≈': '±',
  '✓': 'v',
  '✔': 'v',
  '✗': 'x',
  '☐': '[ ]',
  '☑': '[x]',
  '●': '•',
  '◦': '•',
  '▪': '•',
  '‐': '-',
  '‑': '-',
  '‒': '–',
  '―': '—',
  '‛': '‘',
  '‟': '“',
  '\u2007': '\u00a0',
  '\u202f': '\u00a0',
};

/** What is seen of a letter only together with another, or not at all: nothing is lost on paper without it. */
const invisible = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|[\u2066-\u206f]|\p{Variation_Selector}|\ufeff/gu;

/**
 * Text as it can be printed: letters with their accents in one sign, tabs as spaces, no control characters, and a
 * typewriter's way of writing for signs that the font lacks.
 * @param has whether the font can print this code point
 * @returns the text, with `?` for what cannot be printed, and whether there was any
 */
export function printable(text: string, has: (codePoint: number) => boolean): { readonly text: string; readonly lost: boolean } {
  let lost = false;
  let made = '';
  for (const sign of text.normalize('NFC').replace(invisible, '').replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\t\v\f\u2000-\u2006\u2008-\u200a\u205f\u3000]/g, ' ')) {
    if (sign === '\n' || has(sign.codePointAt(0) ?? 0)) made += sign;
    else if (substitutes[sign] !== undefined) made += substitutes[sign];
    else if (!/\p{Cc}/u.test(sign)) {
      made += '?';
      lost = true;
    }
  }
  return { text: made, lost };
}
