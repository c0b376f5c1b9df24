/**
 * Exact numbers: a fraction of two bigints, always in lowest terms with a positive denominator. Money of the law and
 * percentages of a person's work never pass through a float: 0.1 + 0.2 is not 0.3 there, and a half per cent decides.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** @throws RangeError when the denominator is zero: a caller divides by hours or counts it has already checked. */
export const rational = (numerator: bigint, denominator = 1n): Rational => {
  if (denominator === 0n) throw new RangeError('rational: denominator is zero');
  const sign = denominator < 0n ? -1n : 1n;
  const positive = denominator * sign;
  const divisor = greatestCommonDivisor(numerator, positive);
  return { numerator: (numerator * sign) / divisor, denominator: positive / divisor };
};

export const ZERO = rational(0n);

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const subtract = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);

export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** @throws RangeError when `b` is zero. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** @returns below zero, zero or above zero, as for Array.sort. */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
};

export const minimum = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const maximum = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const isZero = (a: Rational): boolean => a.numerator === 0n;

/** Largest whole number that is not above `a` (also below zero). */
export const floor = (a: Rational): bigint => {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && a.numerator % a.denominator !== 0n ? quotient - 1n : quotient;
};

/** Nearest whole number; exactly a half goes up (never half-even: 90.5 is 91). */
export const roundHalfUp = (a: Rational): bigint => floor(add(a, rational(1n, 2n)));

/** Nearest multiple of `step`; exactly half a step goes up. */
export const roundHalfUpTo = (a: Rational, step: Rational): Rational =>
  multiply(rational(roundHalfUp(divide(a, step))), step);
