import { isBsn } from '../bsn.ts';
import { isOtherNumber } from './other-numbers.ts';

/** Nine digits in one piece, or in the groups in which people write a BSN: "123 456 782", "1234.56.782"; not the begin of 0031 69…. */
const written = /(?<![\p{L}\d])(?<!\d[.,-])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|(?!00)\d{4}([ .-])\d{2}\2\d{3}|\d{2}([ .])\d{3}\3\d{4})(?![\p{L}\d])(?![.,-]\d)/gu;

/** Where a number stands that passes the elfproef. One in eleven numbers of nine digits does by chance: so it is a question, never a refusal. */
export function findBsn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    return isBsn(match[0].replace(/\D/g, '')) && !isOtherNumber(text, start, end) ? [{ start, end }] : [];
  });
}
