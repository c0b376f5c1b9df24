import { failure, success } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { compare, floor, multiply, rational, roundHalfUp, ZERO } from './rational.ts';
import type { Rational } from './rational.ts';

/** A decimal as it is stored and sent: "87.5". A number is accepted too and read by its shortest notation. */
export type DecimalInput = string | number;

export type DecimalReason = 'empty' | 'not-a-number' | 'negative' | 'too-many-decimals' | 'ambiguous-separator';
export type DecimalOutcome = Outcome<Rational, DecimalReason>;
/** Holds the canonical notation, with a point and without trailing zeros. */
export type DutchDecimalOutcome = Outcome<string, DecimalReason>;

/** Percentages and hours have at most this many decimals. */
export const MAX_DECIMALS = 4;
/** Longer than any percentage, hour or amount; keeps a hostile field from costing time. */
const MAX_DIGITS = 12;

const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads an exact, non-negative decimal with a point: "87.5", 87.5, "100".
 * @param maxDecimals decimals that count [count]; trailing zeros do not
 * @throws never
 */
export const parseDecimal = (input: DecimalInput, maxDecimals: number = MAX_DECIMALS): DecimalOutcome => {
  const text = typeof input === 'number' ? String(input) : input.trim();
  if (text === '') return failure('empty');
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) return failure('not-a-number');
  const [, sign = '', whole = '', allDecimals = ''] = match;
  const decimals = allDecimals.replace(/0+$/, '');
  if (whole.length > MAX_DIGITS) return failure('not-a-number');
  if (decimals.length > maxDecimals) return failure('too-many-decimals');
  const value = rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  if (sign === '-' && compare(value, ZERO) !== 0) return failure('negative');
  return success(value);
};

/** For constants in code and parameters that a schema has judged. @throws RangeError when it is not a decimal */
export const decimal = (input: DecimalInput, maxDecimals: number = MAX_DECIMALS): Rational => {
  const parsed = parseDecimal(input, maxDecimals);
  if (!parsed.ok) throw new RangeError(`decimal: ${parsed.problem}: ${String(input)}`);
  return parsed.value;
};

/** 87.5 -> 7/8. Stays exact. */
export const asShare = (percentage: Rational): Rational => multiply(percentage, rational(1n, 100n));

const THOUSANDS = /^\d{1,3}(\.\d{3})+,\d*$/;
const AMBIGUOUS = /^\d{1,3}(\.\d{3})+$/;

/**
 * What a person types in a Dutch form: "87,5", "87.5", "87,5 %", "1.234,50", "€ 1.234,50". Stored with a point.
 * "1.500" is asked again: it may be fifteen hundred or one and a half.
 * @returns the canonical decimal ("87.5", no trailing zeros) or the reason in a code; the catalogue has the words
 * @throws never
 */
export const parseDutchDecimal = (typed: string, maxDecimals: number = MAX_DECIMALS): DutchDecimalOutcome => {
  const bare = typed.replace(/^\s*€/, '').replace(/%\s*$/, '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (bare === '') return failure('empty');
  if (AMBIGUOUS.test(bare)) return failure('ambiguous-separator');
  const ungrouped = THOUSANDS.test(bare) ? bare.replaceAll('.', '') : bare;
  const withLeadingZero = ungrouped.replace(',', '.').replace(/^(-?)\./, '$10.').replace(/\.$/, '');
  const parsed = parseDecimal(withLeadingZero, maxDecimals);
  return parsed.ok ? success(formatDecimal(parsed.value)) : parsed;
};

/**
 * Exact notation with a point: 78.75, 61.74 (at least `minDecimals`).
 * @throws RangeError for a fraction without an end, such as 1/3: show those with `formatDecimalHalfUp`
 */
export const formatDecimal = (value: Rational, minDecimals = 0): string => {
  let decimals = 0;
  let scaled = value;
  while (scaled.denominator !== 1n) {
    if (decimals > 60) throw new RangeError('formatDecimal: the fraction does not end');
    scaled = multiply(scaled, rational(10n));
    decimals += 1;
  }
  return placePoint(scaled.numerator, decimals, minDecimals);
};

/** Rounded half up, for display only: never calculate on with it. */
export const formatDecimalHalfUp = (value: Rational, decimals: number): string =>
  placePoint(roundHalfUp(multiply(value, rational(10n ** BigInt(decimals)))), decimals, decimals);

/**
 * Cut off, for display only. A cut 90.49 never looks like a 90.50 beside a result of 90, which rounding could do.
 */
export const formatDecimalCut = (value: Rational, decimals: number): string =>
  placePoint(floor(multiply(value, rational(10n ** BigInt(decimals)))), decimals, decimals);

const placePoint = (scaled: bigint, decimals: number, minDecimals: number): string => {
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).padEnd(minDecimals, '0');
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
};
