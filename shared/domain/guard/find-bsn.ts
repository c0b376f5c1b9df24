import { isBsn } from '../bsn.ts';

/** Nine digits in one piece, or in the groups in which people write a BSN: "123 456 782", "1234.56.782". */
const written = /(?<![\p{L}\d])(?<!\d[.,-])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}|\d{2}([ .])\d{3}\3\d{4})(?![\p{L}\d])(?![.,-]\d)/gu;
/** A phone number from abroad has nine digits after its country. */
const afterCountry = /(?:\+|\b00)\d{1,3}[ -]?(?:\(0\)[ -]?)?$/;
const afterIban = /\b[A-Z]{2}\d{2}[ ]?(?:[A-Z0-9]{4}[ ]?){0,6}$/;

/** Where a number stands that passes the elfproef. One in eleven numbers of nine digits does by chance: so it is a question, never a refusal. */
export function findBsn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (!isBsn(match[0].replace(/\D/g, '')) || afterCountry.test(before) || afterIban.test(before)) return [];
    return [{ start: match.index, end: match.index + match[0].length }];
  });
}
