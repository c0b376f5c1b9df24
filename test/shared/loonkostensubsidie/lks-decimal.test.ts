import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLED_LKS_PARAMETERS } from '#shared/domain/loonkostensubsidie/bundled-lks-parameters.ts';
import { computeLks } from '#shared/domain/loonkostensubsidie/compute-lks.ts';
import { rowsOfDay } from '#shared/domain/loonkostensubsidie/delivered-parameters.ts';
import type { LksInput } from '#shared/domain/loonkostensubsidie/lks-input.ts';
import { lksParametersSchema } from '#shared/domain/loonkostensubsidie/lks-parameters.ts';
import { referenceDayOf } from '#shared/domain/loonkostensubsidie/reference-day.ts';
import { addDays, day, type Day } from '#shared/lib/calendar.ts';

/* Every period since 2015 and every age, held against a decimal library by a formula that is written down again here. */
const exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP });

const youth: readonly (readonly [from: string, percentages: Readonly<Record<number, number>>])[] = [
  ['2015-01-01', { 22: 85, 21: 72.5, 20: 61.5, 19: 52.5, 18: 45.5, 17: 39.5, 16: 34.5, 15: 30 }],
  ['2017-07-01', { 21: 85, 20: 70, 19: 55, 18: 47.5, 17: 39.5, 16: 34.5, 15: 30 }],
  ['2019-07-01', { 20: 80, 19: 60, 18: 50, 17: 39.5, 16: 34.5, 15: 30 }],
];

const input: fc.Arbitrary<LksInput> = fc
  .record({
    start: fc.integer({ min: 0, max: 4_300 }).map((days) => addDays(day('2015-01-01'), days)),
    later: fc.integer({ min: 0, max: 900 }),
    ageYears: fc.integer({ min: 15, max: 66 }),
    loonwaarde: fc.integer({ min: 0, max: 100 }),
    contract: fc.integer({ min: 1, max: 240 }),
    fullTime: fc.integer({ min: 4, max: 240 }),
    functieloon: fc.integer({ min: 155_000, max: 400_000 }),
    forfaitary: fc.boolean(),
  })
  .map(({ start, later, ageYears, loonwaarde, contract, fullTime, functieloon, forfaitary }): LksInput => {
    const wanted = addDays(start, later);
    const calculatedFor = wanted > '2026-12-31' ? start : wanted;
    const asked = referenceDayOf(calculatedFor, start) < '2017';
    return {
      calculatedFor,
      contractStart: start,
      ageYears,
      loonwaarde,
      contractHoursPerWeek: (contract / 4).toFixed(2),
      fullTimeHoursPerWeek: (fullTime / 4).toFixed(2),
      forfaitary,
      ...(asked ? { functieloon: (functieloon / 100).toFixed(2) } : {}),
    };
  });

function byLibrary(given: LksInput): { readonly subsidy: string; readonly opslag: string; readonly total: string } {
  const on = referenceDayOf(given.calculatedFor, given.contractStart);
  const adult = new exact(BUNDLED_LKS_PARAMETERS.minimumWage.findLast(({ from }) => from <= on)?.monthlyEuros ?? '0');
  const percentage = youth.findLast(([from]) => from <= on)?.[1][given.ageYears];
  const wage = percentage === undefined ? adult : adult.times(percentage).dividedBy(100).dividedBy('0.05').toDecimalPlaces(0).times('0.05');
  const hours = exact.min(String(given.contractHoursPerWeek), String(given.fullTimeHoursPerWeek));
  const factor = hours.dividedBy(on >= '2024' ? 36 : String(given.fullTimeHoursPerWeek));
  const amount = ((): Decimal => {
    if (given.forfaitary) return wage.times('0.5');
    const loonwaarde = new exact(given.loonwaarde ?? 0).dividedBy(100);
    if (on >= '2017') return wage.times(exact.min(new exact(1).minus(loonwaarde), '0.7'));
    const gap = exact.max(0, wage.minus(loonwaarde.times(String(given.functieloon))));
    return exact.min(gap, wage.times('0.7'));
  })();
  const subsidy = amount.times('1.08').times(factor);
  const opslag = subsidy.times(on < '2018' ? '0.23' : '0.235');
  return { subsidy: subsidy.toFixed(2), opslag: opslag.toFixed(2), total: subsidy.plus(opslag).toFixed(2) };
}

const compute = (given: LksInput, parameters = BUNDLED_LKS_PARAMETERS) => {
  const outcome = computeLks(given, parameters);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

const runs = { seed: 20_261_122, numRuns: 600 };

describe('loonkostensubsidie of every period and age, against a decimal library', () => {
  it('gives the same cents, each rounded once from what was not rounded', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { subsidyEuros, employerCostsEuros, totalEuros } = compute(given);
        expect({ subsidy: subsidyEuros, opslag: employerCostsEuros, total: totalEuros }).toEqual(byLibrary(given));
      }),
      runs,
    );
  });

  it('never rises with the loonwaarde and never falls with the age or the hours', () => {
    const cents = (given: LksInput) => Number(compute(given).totalEuros.replace('.', ''));
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 30 }), (given, more) => {
        expect(cents({ ...given, loonwaarde: Math.min(100, (given.loonwaarde ?? 0) + more) })).toBeLessThanOrEqual(cents(given));
        if (given.functieloon === undefined) expect(cents({ ...given, ageYears: given.ageYears + more })).toBeGreaterThanOrEqual(cents(given));
        expect(cents({ ...given, contractHoursPerWeek: Math.min(60, Number(given.contractHoursPerWeek) + more).toFixed(2) })).toBeGreaterThanOrEqual(cents(given));
      }),
      runs,
    );
  });

  it('comes out the same from the few rows of its day, which is what a measurement carries', () => {
    fc.assert(
      fc.property(input, (given) => {
        const rows = rowsOfDay(BUNDLED_LKS_PARAMETERS, referenceDayOf(given.calculatedFor, given.contractStart));
        expect(lksParametersSchema.safeParse(JSON.parse(JSON.stringify(rows))).success).toBe(true);
        expect(compute(given, rows)).toEqual(compute(given));
      }),
      { ...runs, numRuns: 300 },
    );
  });

  it('is refused on a day outside those rows: figures of one day are no figures of another', () => {
    const rows = rowsOfDay(BUNDLED_LKS_PARAMETERS, '2026-01-01' as Day);
    const outcome = computeLks({ calculatedFor: day('2025-06-01'), contractStart: day('2025-06-01'), ageYears: 30, loonwaarde: 50, contractHoursPerWeek: 36, fullTimeHoursPerWeek: 36, forfaitary: false }, rows);
    expect(outcome).toMatchObject({ ok: false, problem: [{ code: 'lks.noParameters' }] });
  });
});
