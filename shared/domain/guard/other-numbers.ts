/** What stands before a phone number from abroad, perhaps with its area code: "+31 ", "0031-", "(+31) ", "+31 (0)", "+49 30 ". */
const country = /(?:\+|(?<![\d)][ .-]?)00[ -]?)[1-9]\d{0,2}\)?[ .-]?(?:\(0\)[ .-]?)?$/;
const countryAndArea = /(?:\+|(?<![\d)][ .-]?)00[ -]?)(?!31)[1-9]\d{0,2}\)?[ .-]?(?:\(0\)[ .-]?)?\d{1,4}[ .-]$/;
/** A day as people write it: 12-03-2026, 1.3.2026, 2026-03-12. */
const writtenDay = /(?<![\d.-])(?:(?:0?[1-9]|[12]\d|3[01])([.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}|(?:19|20)\d{2}([.-])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01]))(?![.-]?\d)/g;
/** Where an IBAN may begin; its check digits decide. */
const ibanBegin = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}/g;

/** How far back a country and an area code can stand [characters]. */
const farthestBack = 16;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether digits that pass the elfproef are part of a number of another kind: one in eleven does so by chance. They are if
 * they are a phone number with its country, or share digits with a whole day or with an IBAN that is right.
 */
export function isOtherNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - farthestBack), start);
  return country.test(before) || countryAndArea.test(before) || [...daysIn(text), ...ibansIn(text)].some((other) => other.start < end && start < other.end);
}

function daysIn(text: string): readonly Span[] {
  return [...text.matchAll(writtenDay)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

function ibansIn(text: string): readonly Span[] {
  return [...text.matchAll(ibanBegin)].flatMap(({ index }) => {
    const end = endOfIban(text, index);
    return end === null ? [] : [{ start: index, end }];
  });
}

/** Shortest and longest IBAN in the world [characters]. @source ISO 13616 */
const ibanLength = { shortest: 15, longest: 34 };

/** The first end at which the check digits are right; what stands behind it is not part of the number. @returns null: no IBAN */
function endOfIban(text: string, start: number): number | null {
  let written = '';
  for (let at = start; at < text.length && written.length < ibanLength.longest; at += 1) {
    const sign = text[at] ?? '';
    if (sign === ' ') {
      if (text[at - 1] === ' ') return null;
      continue;
    }
    if (!/[A-Z0-9]/.test(sign)) return null;
    written += sign;
    const isWhole = !/[A-Za-z0-9]/.test(text[at + 1] ?? '');
    if (isWhole && written.length >= ibanLength.shortest && remainderOf97(written) === 1) return at + 1;
  }
  return null;
}

/** Country and check digits go to the end, letters count from A = 10. */
function remainderOf97(iban: string): number {
  let remainder = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) for (const digit of String(Number.parseInt(sign, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}
