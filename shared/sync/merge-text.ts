import { diff3Merge } from 'node-diff3';

/** Beyond this a comparison takes longer than everybody else should wait for the region's lock [count]. */
const mostWords = 4_000;

/**
 * Puts two people's changes of one text together, word by word. Pure and the same whoever came first.
 * @param base what both of them started from
 * @returns null unless the changes are clearly apart, with at least a word between them that neither touched: half a
 *   sentence of each is a sentence of nobody [CON2]
 */
export function mergeText(base: string, one: string, other: string): string | null {
  const [o, a, b] = [base, one, other].map(piecesOf) as [string[], string[], string[]];
  if (Math.max(o.length, a.length, b.length) > mostWords) return null;
  const merged: string[] = [];
  for (const region of diff3Merge(a, o, b, { excludeFalseConflicts: true })) {
    if (region.ok === undefined) return null;
    merged.push(...region.ok);
  }
  return merged.reduce((text, piece, index) => text + (isWord(piece) && isWord(merged[index - 1]) ? ' ' : '') + piece, '');
}

/** Words, and what is more than the one space between two of them: a change of a line end counts, a space does not. */
function piecesOf(text: string): string[] {
  const pieces = text.match(/\s+|\S+/g) ?? [];
  return pieces.filter((piece, index) => piece !== ' ' || index === 0 || index === pieces.length - 1);
}

const isWord = (piece: string | undefined): boolean => piece !== undefined && /^\S/.test(piece);
