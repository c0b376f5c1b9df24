import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf, formatEuros, isEuros, parseEuros, toEuros } from '#shared/lib/money.ts';
import { decimal, formatDecimal, formatDecimalCut, formatDecimalHalfUp, parseDecimal, parseDutchDecimal } from '#shared/lib/percentage.ts';
import { add, compare, divide, floor, maximum, minimum, multiply, rational, roundHalfUp, roundHalfUpTo, subtract, ZERO } from '#shared/lib/rational.ts';

const RUNS = { seed: 20_261_122, numRuns: 400 };
const fraction = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([above, below]) => rational(above, below));

describe('fractions', () => {
  it('are exact where floats are not', () => {
    expect(formatDecimal(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(compare(multiply(rational(1n, 3n), rational(3n)), rational(1n))).toBe(0);
  });

  it('are kept in lowest terms with the sign above', () => {
    expect(rational(-6n, -8n)).toEqual({ numerator: 3n, denominator: 4n });
    expect(rational(6n, -8n)).toEqual({ numerator: -3n, denominator: 4n });
    expect(rational(0n, -5n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(rational(1n), ZERO)).toThrow(RangeError);
  });

  it('hold the rules of arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(compare(minimum(a, b), maximum(a, b)) <= 0).toBe(true);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        if (compare(b, ZERO) !== 0) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
      RUNS,
    );
  });

  it.each([['90.5', 91n], ['91.5', 92n], ['90.4999', 90n], ['0.5', 1n], ['0', 0n]])('%s rounds half up to %s', (text, whole) => {
    expect(roundHalfUp(decimal(text))).toBe(whole);
  });

  it('a half goes up below zero too, and floor goes down', () => {
    expect(roundHalfUp(rational(-1n, 2n))).toBe(0n);
    expect(roundHalfUp(rational(-3n, 2n))).toBe(-1n);
    expect(floor(rational(-1n, 3n))).toBe(-1n);
    expect(floor(rational(-3n))).toBe(-3n);
  });

  it.each([['1000.025', '1000.05'], ['1000.0249', '1000'], ['743.565', '743.55']])('%s to a multiple of 0.05 is %s', (from, to) => {
    expect(formatDecimal(roundHalfUpTo(decimal(from), decimal('0.05')))).toBe(to);
  });
});

describe('decimals', () => {
  it.each([['87.5', '87.5'], [87.5, '87.5'], ['100', '100'], ['087.50', '87.5'], ['0', '0'], [-0, '0'], ['-0', '0'], [' 6.25 ', '6.25'], ['33.33330', '33.3333']])('%s reads as %s', (input, text) => {
    const parsed = parseDecimal(input);
    expect(parsed.ok && formatDecimal(parsed.value)).toBe(text);
  });

  it.each([
    ['', 'empty'], ['87,5', 'not-a-number'], ['abc', 'not-a-number'], ['1e2', 'not-a-number'], ['.5', 'not-a-number'], ['5.', 'not-a-number'], ['0x10', 'not-a-number'], ['1 000', 'not-a-number'],
    [Number.NaN, 'not-a-number'], [Number.POSITIVE_INFINITY, 'not-a-number'], [1e-7, 'not-a-number'], [1e21, 'not-a-number'], ['9'.repeat(13), 'not-a-number'],
    [-1, 'negative'], ['-0.5', 'negative'], ['33.33333', 'too-many-decimals'], [0.1 + 0.2, 'too-many-decimals'],
  ])('%s is refused: %s', (input, reason) => {
    expect(parseDecimal(input)).toEqual({ ok: false, problem: reason });
  });

  it('a fraction without an end has no exact notation', () => {
    expect(() => formatDecimal(rational(1n, 3n))).toThrow(RangeError);
    expect(formatDecimalHalfUp(rational(2n, 3n), 4)).toBe('0.6667');
    expect(formatDecimalCut(rational(2n, 3n), 4)).toBe('0.6666');
    expect(formatDecimalHalfUp(rational(-1n, 4n), 1)).toBe('-0.2');
  });
});

describe('what a person types', () => {
  it.each([
    ['87,5', '87.5'], ['87.5', '87.5'], ['87,50', '87.5'], [' 87,5 % ', '87.5'], ['100', '100'], [',5', '0.5'], ['.5', '0.5'], ['5,', '5'], ['1.234,50', '1234.5'], ['€ 1.234,50', '1234.5'], ['1234,5', '1234.5'],
  ])('"%s" is %s', (typed, value) => {
    expect(parseDutchDecimal(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'], ['  ', 'empty'], ['%', 'empty'], ['1.500', 'ambiguous-separator'], ['12.345.678', 'ambiguous-separator'], ['87,5,1', 'not-a-number'], ['8 7', 'not-a-number'], ['tachtig', 'not-a-number'],
    ['-5', 'negative'], ['-0,5', 'negative'], ['33,33333', 'too-many-decimals'], ['12.34,5', 'not-a-number'],
  ])('"%s" is asked again: %s', (typed, reason) => {
    expect(parseDutchDecimal(typed)).toEqual({ ok: false, problem: reason });
  });

  it('what is shown can be typed again', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000 }), (count) => {
        const canonical = formatDecimal(rational(BigInt(count), 10_000n));
        expect(parseDutchDecimal(canonical.replace('.', ','))).toEqual({ ok: true, value: canonical });
      }),
      RUNS,
    );
  });
});

describe('euros', () => {
  it('become cents half up, once', () => {
    expect(toEuros(decimal('1060.005', 3))).toBe('1060.01');
    expect(toEuros(decimal('1060.0049'))).toBe('1060.00');
    expect(toEuros(ZERO)).toBe('0.00');
    expect(centsOf(toEuros(decimal('1060.01')))).toBe(106_001n);
  });

  it('are shown in the reader\'s notation', () => {
    const amount = toEuros(decimal('1234567.8'));
    expect(formatEuros(amount, 'nl')).toBe('€\u00a01.234.567,80');
    expect(formatEuros(amount, 'en')).toBe('€1,234,567.80');
    expect(formatEuros(toEuros(decimal('999.99')), 'nl')).toBe('€\u00a0999,99');
  });

  it('have at most two decimals', () => {
    expect(parseEuros('1501.80').ok).toBe(true);
    expect(parseEuros('1501.801')).toEqual({ ok: false, problem: 'too-many-decimals' });
    expect(isEuros('01.00')).toBe(false);
    expect(isEuros('1.0')).toBe(false);
  });
});
