import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeLoonwaarde } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import type { LoonwaardeResult, UniformTask } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';

/** Counts in ten-thousandths of a per cent: 87.5 % is 875 000. */
interface CountedTask {
  readonly share: number;
  readonly tempo: number;
  readonly kwaliteit: number;
  readonly nettoWerktijd: number;
}
const UNIT = 10_000;
const WHOLE = 100 * UNIT;
const SMALLEST = 62_500;

const text = (count: number): string => `${Math.floor(count / UNIT)}.${String(count % UNIT).padStart(4, '0')}`;
const asTask = (task: CountedTask): UniformTask => ({ aandeel: text(task.share), tempo: text(task.tempo), kwaliteit: text(task.kwaliteit), nettoWerktijd: text(task.nettoWerktijd) });

const compute = (tasks: readonly CountedTask[]): LoonwaardeResult => {
  const outcome = computeLoonwaarde({ method: 'uniform-2021', version: 1, hoofdtaken: tasks.map(asTask) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

/** Written otherwise than the product: one integer over one power of ten, no fractions, no decimals. */
const independently = (tasks: readonly CountedTask[]): { readonly sum: bigint; readonly power: bigint; readonly loonwaarde: number } => {
  const sum = tasks.reduce((total, { share, tempo, kwaliteit, nettoWerktijd }) => {
    const counted = [tempo, kwaliteit, nettoWerktijd].map((count) => BigInt(count > WHOLE ? WHOLE : count));
    return total + counted.reduce((product, count) => product * count, BigInt(share));
  }, 0n);
  const power = 10n ** 22n;
  const doubled = 2n * sum + power;
  return { sum, power, loonwaarde: Number((doubled - (doubled % (2n * power))) / (2n * power)) };
};

/** Cuts the week in `count` shares of at least 6.25 %. */
const sharesOf = (count: number, cuts: readonly number[]): readonly number[] => {
  const free = WHOLE - count * SMALLEST;
  const edges = [0, ...cuts.slice(0, count - 1).map((cut) => cut % (free + 1)).toSorted((a, b) => a - b), free];
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0) + SMALLEST);
};

/** Ordinary values often, so that halves and hundreds really occur. */
const factor = fc.oneof(fc.integer({ min: 0, max: 2 * WHOLE }), fc.integer({ min: 0, max: 40 }).map((fives) => fives * 5 * UNIT));
const tasks = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.array(fc.oneof(fc.nat({ max: WHOLE }), fc.integer({ min: 0, max: 18 }).map((n) => n * 5 * UNIT)), { minLength: 4, maxLength: 4 }), fc.array(fc.tuple(factor, factor, factor), { minLength: 5, maxLength: 5 }))
  .map(([count, cuts, factors]) =>
    sharesOf(count, cuts).map((share, index): CountedTask => {
      const [tempo = 0, kwaliteit = 0, nettoWerktijd = 0] = factors[index] ?? [];
      return { share, tempo, kwaliteit, nettoWerktijd };
    }),
  );

const RUNS = { seed: 20_261_122, numRuns: 400 };

describe('loonwaarde for any measurement', () => {
  it('equals an independent computation in whole numbers, sum and rounding', () => {
    fc.assert(
      fc.property(tasks, (given) => {
        const result = compute(given);
        const expected = independently(given);
        const [whole = '', decimals = ''] = result.sum.split('.');
        expect(BigInt(whole + decimals.padEnd(22, '0'))).toBe(expected.sum);
        expect(result.loonwaarde).toBe(expected.loonwaarde);
      }),
      RUNS,
    );
  });

  it('a sum of exactly a half goes up, whichever the whole number before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (whole) => {
        expect(compute([{ share: WHOLE, tempo: whole * UNIT + UNIT / 2, kwaliteit: WHOLE, nettoWerktijd: WHOLE }]).loonwaarde).toBe(whole + 1);
      }),
      RUNS,
    );
  });

  it('is between 0 and 100, and rounded once: never further than a half from the exact sum', () => {
    fc.assert(
      fc.property(tasks, (given) => {
        const { loonwaarde } = compute(given);
        const { sum, power } = independently(given);
        const distance = BigInt(loonwaarde) * power - sum;
        expect(loonwaarde >= 0 && loonwaarde <= 100).toBe(true);
        expect(2n * distance <= power && 2n * distance > -power).toBe(true);
      }),
      RUNS,
    );
  });

  it('never goes down when one factor of one task goes up', () => {
    fc.assert(
      fc.property(tasks, fc.nat({ max: 4 }), fc.constantFrom('tempo' as const, 'kwaliteit' as const, 'nettoWerktijd' as const), fc.integer({ min: 1, max: WHOLE }), (given, at, name, more) => {
        const index = at % given.length;
        const better = given.map((task, place) => (place === index ? { ...task, [name]: Math.min(task[name] + more, 2 * WHOLE) } : task));
        expect(compute(better).loonwaarde).toBeGreaterThanOrEqual(compute(given).loonwaarde);
        expect(independently(better).sum >= independently(given).sum).toBe(true);
      }),
      RUNS,
    );
  });

  it('counts whatever is above 100 as 100', () => {
    fc.assert(
      fc.property(tasks, (given) => {
        const cut = given.map((task) => ({ ...task, tempo: Math.min(task.tempo, WHOLE), kwaliteit: Math.min(task.kwaliteit, WHOLE), nettoWerktijd: Math.min(task.nettoWerktijd, WHOLE) }));
        expect(compute(given).sum).toBe(compute(cut).sum);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the hoofdtaken', () => {
    fc.assert(
      fc.property(tasks, (given) => {
        expect(compute(given.toReversed()).sum).toBe(compute(given).sum);
      }),
      RUNS,
    );
  });
});
