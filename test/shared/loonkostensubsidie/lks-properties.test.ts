import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLED_LKS_PARAMETERS } from '#shared/domain/loonkostensubsidie/bundled-lks-parameters.ts';
import { computeLks } from '#shared/domain/loonkostensubsidie/compute-lks.ts';
import type { LksInput } from '#shared/domain/loonkostensubsidie/lks-input.ts';
import type { LksResult } from '#shared/domain/loonkostensubsidie/lks-result.ts';
import { day } from '#shared/lib/calendar.ts';

/** Full minimum wage in cents by its first day, typed again from the published tables. */
const WAGE_CENTS: Readonly<Record<string, number>> = {
  '2015-01-01': 150_180, '2015-07-01': 150_780, '2016-01-01': 152_460, '2016-07-01': 153_720,
  '2017-01-01': 155_160, '2017-07-01': 156_540, '2018-01-01': 157_800, '2018-07-01': 159_420,
  '2019-01-01': 161_580, '2019-07-01': 163_560, '2020-01-01': 165_360, '2020-07-01': 168_000,
  '2021-01-01': 168_480, '2021-07-01': 170_100, '2022-01-01': 172_500, '2022-07-01': 175_620,
  '2023-01-01': 193_440, '2023-07-01': 199_500, '2024-01-01': 206_940, '2024-07-01': 213_360,
  '2025-01-01': 219_180, '2025-07-01': 224_580, '2026-01-01': 229_440, '2026-07-01': 233_700,
};

interface Case {
  readonly start: string;
  readonly loonwaarde: number;
  /** In hundredths of an hour. */
  readonly contract: number;
  readonly fullTime: number;
  readonly functieloonCents: number;
  readonly forfaitary: boolean;
}

const hours = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;

const inputOf = (given: Case): LksInput => ({
  calculatedFor: day(given.start),
  contractStart: day(given.start),
  ageYears: 40,
  loonwaarde: given.loonwaarde,
  contractHoursPerWeek: hours(given.contract),
  fullTimeHoursPerWeek: hours(given.fullTime),
  forfaitary: given.forfaitary,
  ...(given.start < '2017' ? { functieloon: hours(given.functieloonCents) } : {}),
});

const compute = (given: Case): LksResult => {
  const outcome = computeLks(inputOf(given), BUNDLED_LKS_PARAMETERS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

const cents = (euros: string): bigint => BigInt(euros.replace('.', ''));

const halfUp = (above: bigint, below: bigint): bigint => (2n * above + below) / (2n * below);

/** One numerator over one denominator, multiplied out by hand: no step of the product's own arithmetic. */
const independently = (given: Case): { readonly subsidy: bigint; readonly opslag: bigint; readonly total: bigint } => {
  const wage = BigInt(WAGE_CENTS[given.start] ?? 0);
  const counted = BigInt(Math.min(given.contract, given.fullTime));
  const against = given.start >= '2024' ? 3_600n : BigInt(given.fullTime);
  const per10000 = ((): bigint => {
    if (given.forfaitary) return wage * 5_000n;
    if (given.start >= '2017') return wage * BigInt(Math.min(100 - given.loonwaarde, 70)) * 100n;
    const gap = wage * 10_000n - BigInt(given.functieloonCents) * BigInt(given.loonwaarde) * 100n;
    const most = wage * 7_000n;
    return gap < 0n ? 0n : gap > most ? most : gap;
  })();
  const above = per10000 * 108n * counted;
  const below = 10_000n * 100n * against;
  const perMille = given.start < '2018' ? 230n : 235n;
  return {
    subsidy: halfUp(above, below),
    opslag: halfUp(above * perMille, below * 1_000n),
    total: halfUp(above * (1_000n + perMille), below * 1_000n),
  };
};

const cases = fc.record({
  start: fc.constantFrom(...Object.keys(WAGE_CENTS)),
  loonwaarde: fc.integer({ min: 0, max: 100 }),
  contract: fc.integer({ min: 1, max: 6_000 }),
  fullTime: fc.oneof(fc.constantFrom(3_600, 3_800, 4_000), fc.integer({ min: 100, max: 6_000 })),
  functieloonCents: fc.integer({ min: 153_720, max: 500_000 }),
  forfaitary: fc.boolean(),
});

const RUNS = { seed: 20_261_122, numRuns: 400 };

describe('loonkostensubsidie for any contract', () => {
  it('equals an independent computation in whole numbers, to the cent', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { subsidyEuros, employerCostsEuros, totalEuros } = compute(given);
        expect({ subsidy: cents(subsidyEuros), opslag: cents(employerCostsEuros), total: cents(totalEuros) }).toEqual(independently(given));
      }),
      RUNS,
    );
  });

  it('knows every minimum wage since 2015', () => {
    expect(BUNDLED_LKS_PARAMETERS.minimumWage.map(({ from, monthlyEuros }) => [from, Number(cents(monthlyEuros))])).toEqual(Object.entries(WAGE_CENTS));
  });

  it('never rises with the loonwaarde', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 100 }), (given, other) => {
        const [low, high] = [Math.min(given.loonwaarde, other), Math.max(given.loonwaarde, other)];
        expect(cents(compute({ ...given, loonwaarde: high }).totalEuros) <= cents(compute({ ...given, loonwaarde: low }).totalEuros)).toBe(true);
      }),
      RUNS,
    );
  });

  it('never falls with the hours of the contract, and stops at the full-time week', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 1_000 }), (given, more) => {
        const longer = { ...given, contract: Math.min(given.contract + more, 6_000) };
        expect(cents(compute(longer).totalEuros) >= cents(compute(given).totalEuros)).toBe(true);
        const full = { ...given, contract: given.fullTime };
        expect(cents(compute(longer).totalEuros) <= cents(compute(full).totalEuros)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never more than 70 % of the basis times the factor, and says when it is exactly that', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const result = compute({ ...given, forfaitary: false });
        const most = compute({ ...given, forfaitary: false, loonwaarde: 0 });
        expect(cents(result.subsidyEuros) <= cents(most.subsidyEuros)).toBe(true);
        if (result.capped) expect(result.subsidyEuros).toBe(most.subsidyEuros);
      }),
      RUNS,
    );
  });

  it('shows parts that differ at most a cent from the total, and says so exactly then', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { subsidyEuros, employerCostsEuros, totalEuros, roundedOnTotal } = compute(given);
        const difference = cents(subsidyEuros) + cents(employerCostsEuros) - cents(totalEuros);
        expect(difference >= -1n && difference <= 1n).toBe(true);
        expect(roundedOnTotal).toBe(difference !== 0n);
      }),
      RUNS,
    );
  });
});
