import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn } from '#shared/domain/bsn.ts';
import { findBsn } from '#shared/domain/guard/find-bsn.ts';
import { withoutBsn } from '#shared/reports/without-bsn.ts';

const runs = { seed: 20_261_122, numRuns: 1_000 };
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

/** Every number that passes the elfproef: eight digits choose the ninth, where there is one. */
const bsn = digits(8)
  .map((eight) => ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((last) => eight + last).find((number) => isBsn(number)))
  .filter((number) => number !== undefined);

/** The same digits in groups of these lengths. */
const inGroups = (number: string, lengths: readonly number[], between: string): string => {
  const starts = lengths.map((_, at) => lengths.slice(0, at).reduce((sum, length) => sum + length, 0));
  return starts.map((start, at) => number.slice(start, start + (lengths[at] ?? 0))).join(between);
};
const written = (number: string) =>
  fc.constantFrom(number, ...[' ', '.', '-'].flatMap((between) => [[3, 3, 3], [4, 2, 3], [2, 3, 4], [2, 2, 2, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1]].map((lengths) => inGroups(number, lengths, between))));

/** The hardest phone numbers: those that pass the elfproef by chance. */
const phone = bsn.chain((number) =>
  fc.constantFrom(
    ...['+31 ', '+31', '0031 ', '00 31 ', '0031', '(+31) ', '+31 (0)', '+31-', '+32 '].flatMap((country) => [number, inGroups(number, [1, 8], ' '), inGroups(number, [1, 8], '-'), inGroups(number, [1, 2, 2, 2, 2], ' '), inGroups(number, [3, 3, 3], ' '), inGroups(number, [2, 3, 4], ' ')].map((national) => country + national)),
    `+49 30 ${number}`,
  ),
);

const two = (number: number) => String(number).padStart(2, '0');
const day = fc.record({ year: fc.integer({ min: 1930, max: 2040 }), month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) }).chain(({ year, month, date }) =>
  fc.constantFrom(`${two(date)}-${two(month)}-${year}`, `${date}-${month}-${year}`, `${two(date)}.${two(month)}.${year}`, `${year}-${two(month)}-${two(date)}`),
);

const remainder = (text: string) => Number(BigInt(text.replace(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)))) % 97n);
const ibanOf = (country: string, account: string) => `${country}${two(98 - remainder(`${account}${country}00`))}${account}`;
const iban = fc
  .oneof(digits(10).map((number) => ibanOf('NL', `INGB${number}`)), digits(12).map((number) => ibanOf('BE', number)), digits(18).map((number) => ibanOf('DE', number)), digits(17).map((number) => ibanOf('CH', number)))
  .chain((whole) => fc.constantFrom(whole, whole.replace(/(.{4})(?=.)/g, '$1 ')));

const before = fc.constantFrom('', 'Bel ', 'Telefoon: ', 'Gesproken op ', '3 dozen, ', 'Rekening ');
const after = fc.constantFrom('', '.', ', graag', ' voor de lunch');

describe('a number of another kind stays whole in a report, also when it passes the elfproef by chance', () => {
  it('as a phone number with its country', () => {
    fc.assert(fc.property(before, phone, after, (lead, number, end) => { expect(withoutBsn(lead + number + end)).toBe(lead + number + end); }), runs);
  });

  it('as a day, whatever number stands beside it', () => {
    fc.assert(
      fc.property(before, day, fc.integer({ min: 0, max: 999 }), fc.boolean(), (lead, on, count, first) => {
        const text = first ? `${lead}${count} ${on}` : `${lead}${on} ${count}`;
        expect(withoutBsn(text)).toBe(text);
      }),
      runs,
    );
  });

  it('as an IBAN', () => {
    fc.assert(fc.property(before, iban, after, (lead, number, end) => { expect(withoutBsn(lead + number + end)).toBe(lead + number + end); }), runs);
  });
});

describe('a BSN is left out of a report', () => {
  it('however it is written', () => {
    fc.assert(fc.property(before, bsn.chain(written), after, (lead, number, end) => { expect(withoutBsn(lead + number + end)).toBe(`${lead}[nummer weggelaten]${end}`); }), runs);
  });

  it('also behind a phone number, a day or an IBAN, which stays', () => {
    fc.assert(fc.property(fc.oneof(phone, day, iban), bsn, (other, number) => { expect(withoutBsn(`${other} ${number}`)).toBe(`${other} [nummer weggelaten]`); }), runs);
  });

  it('also before another number', () => {
    const grouped = bsn.filter((number) => !number.startsWith('0')).map((number) => inGroups(number, [3, 3, 3], ' '));
    fc.assert(fc.property(fc.oneof(bsn, grouped), fc.integer({ min: 0, max: 99 }), (number, count) => { expect(withoutBsn(`${number} ${count} keer`)).toBe(`[nummer weggelaten] ${count} keer`); }), runs);
  });

  it('and warned of while typing, but not for the phone number, day or IBAN beside it', () => {
    fc.assert(fc.property(fc.oneof(phone, day, iban), bsn, (other, number) => { expect(findBsn(`${other}, ${number}`).map(({ start }) => start)).toEqual([other.length + 2]); }), runs);
  });
});
