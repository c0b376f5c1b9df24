import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeByMethod } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import { LOONWAARDE_METHODS, type LoonwaardeMethod } from '#shared/domain/loonwaarde/methods.ts';
import { tempoFromTimedCount } from '#shared/domain/loonwaarde/tempo-from-counts.ts';

/* Held against a decimal library that knows nothing of fractions of bigints: every method, sum and one rounding. */
const exact = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP });

/** Percentages as people type them: whole, halves, and up to four decimals. */
const percentage = (most: number) => fc.oneof(fc.integer({ min: 0, max: most }).map(String), fc.integer({ min: 0, max: most * 2 }).map((halves) => String(halves / 2)), fc.integer({ min: 0, max: most * 10_000 }).map((count) => (count / 10_000).toFixed(4)));

interface Given {
  readonly method: LoonwaardeMethod;
  readonly tasks: readonly Readonly<Record<string, string>>[];
}

/** Shares of at least 6.25 % that are 100 together, in ten-thousandths. */
const shares = fc.array(fc.integer({ min: 62_500, max: 400_000 }), { minLength: 0, maxLength: 4 }).map((some) => {
  const fitting = some.filter((_, index) => some.slice(0, index + 1).reduce((sum, each) => sum + each, 0) <= 1_000_000 - 62_500);
  return [...fitting, 1_000_000 - fitting.reduce((sum, each) => sum + each, 0)].map((count) => (count / 10_000).toFixed(4));
});

const given: fc.Arbitrary<Given> = fc.tuple(fc.constantFrom(...LOONWAARDE_METHODS), shares, fc.array(fc.tuple(percentage(200), percentage(200), percentage(200)), { minLength: 5, maxLength: 5 })).map(([method, parts, factors]) => ({
  method,
  tasks: parts.map((aandeel, index) => ({ aandeel, ...Object.fromEntries(method.factors.map((name, place) => [name, factors[index]?.[place] ?? '100'])) })),
}));

function compute({ method, tasks }: Given) {
  const outcome = computeByMethod(method, tasks as never, false);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

function byLibrary({ method, tasks }: Given): Decimal {
  return tasks.reduce((sum, task) => {
    const product = method.factors.reduce((so, name, place) => {
      const cap = method.caps[place];
      const entered = new exact(task[name] ?? '0');
      return so.times(cap === null || cap === undefined ? entered : exact.min(entered, cap)).dividedBy(100);
    }, new exact(task['aandeel'] ?? '0'));
    return sum.plus(product);
  }, new exact(0));
}

const runs = { seed: 20_261_122, numRuns: 500 };

describe('loonwaarde by every method, against a decimal library', () => {
  it('has the same sum to the last decimal, and the same loonwaarde, rounded half up once', () => {
    fc.assert(
      fc.property(given, (each) => {
        const [result, sum] = [compute(each), byLibrary(each)];
        expect(new exact(result.sum).equals(sum)).toBe(true);
        expect(result.loonwaarde).toBe(sum.toDecimalPlaces(0).toNumber());
      }),
      runs,
    );
  });

  it('rounds once: rounding each hoofdtaak first would often give another number, and never by the product', () => {
    let differs = 0;
    fc.assert(
      fc.property(given, (each) => {
        const result = compute(each);
        const roundedTwice = result.tasks.reduce((sum, { contribution }) => sum + new exact(contribution).toDecimalPlaces(0).toNumber(), 0);
        if (roundedTwice !== result.loonwaarde) differs += 1;
        expect(result.loonwaarde).toBe(byLibrary(each).toDecimalPlaces(0).toNumber());
      }),
      runs,
    );
    expect(differs).toBeGreaterThan(20);
  });

  it('never goes down when any factor of any hoofdtaak goes up, in any method, and stops rising at its cap', () => {
    fc.assert(
      fc.property(given, fc.nat({ max: 4 }), fc.nat({ max: 2 }), fc.integer({ min: 1, max: 100 }), (each, at, place, more) => {
        const index = at % each.tasks.length;
        const name = each.method.factors[place] ?? 'tempo';
        const before = Number(each.tasks[index]?.[name] ?? 0);
        const raised = Math.min(200, before + more).toFixed(4);
        const better = { ...each, tasks: each.tasks.map((task, position) => (position === index ? { ...task, [name]: raised } : task)) };
        expect(compute(better).loonwaarde).toBeGreaterThanOrEqual(compute(each).loonwaarde);
        if (before >= 100) expect(compute(better).sum).toBe(compute(each).sum);
      }),
      runs,
    );
  });

  it('computes a timed tempo as the library does, in four decimals half up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1_000, max: 36_000_000 }), fc.integer({ min: 1, max: 900 }), (made, durationMs, norm) => {
        const counted = tempoFromTimedCount(String(made), durationMs, String(norm));
        const expected = new exact(made).times(3_600_000).times(100).dividedBy(new exact(norm).times(durationMs)).toDecimalPlaces(4);
        expect(counted.ok && new exact(counted.value.tempo).equals(expected)).toBe(true);
      }),
      runs,
    );
  });
});
