import { describe, expect, it } from 'vitest';
import { BUNDLED_LKS_PARAMETERS } from '#shared/domain/loonkostensubsidie/bundled-lks-parameters.ts';
import { computeLks } from '#shared/domain/loonkostensubsidie/compute-lks.ts';
import type { LksInput } from '#shared/domain/loonkostensubsidie/lks-input.ts';
import type { LksResult } from '#shared/domain/loonkostensubsidie/lks-result.ts';
import { referenceDayOf } from '#shared/domain/loonkostensubsidie/reference-day.ts';
import { day } from '#shared/lib/calendar.ts';

/** An adult with a full contract of 36 hours that begins on the day of the calculation. */
const lksInput = (changes: Partial<LksInput> & { readonly calculatedFor: LksInput['calculatedFor'] }): LksInput => ({
  contractStart: changes.calculatedFor,
  ageYears: 30,
  loonwaarde: 50,
  contractHoursPerWeek: 36,
  fullTimeHoursPerWeek: 36,
  forfaitary: false,
  ...changes,
});

const computed = (changes: Parameters<typeof lksInput>[0]): LksResult => {
  const outcome = computeLks(lksInput(changes), BUNDLED_LKS_PARAMETERS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

const refusals = (changes: Parameters<typeof lksInput>[0]): readonly string[] => {
  const outcome = computeLks(lksInput(changes), BUNDLED_LKS_PARAMETERS);
  return outcome.ok ? [] : outcome.problem.map(({ path, code }) => `${path.join('.')} ${code}`);
};

const on = (text: string) => ({ calculatedFor: day(text) });

describe('the published and computed cases', () => {
  it.each([
    ['2016-07, forfaitary, full time, 23 %', { ...on('2016-07-01'), forfaitary: true, loonwaarde: null, contractHoursPerWeek: 38, fullTimeHoursPerWeek: 38 }, '830.09', '190.92', '1021.01'],
    ['2024-01, loonwaarde 40, 36 h', { ...on('2024-01-01'), loonwaarde: 40 }, '1340.97', '315.13', '1656.10'],
    ['2025-01, loonwaarde 50, 24 h', { ...on('2025-01-01'), loonwaarde: 50, contractHoursPerWeek: 24 }, '789.05', '185.43', '974.47'],
    ['2025-01, loonwaarde 60, 40 h in a sector of 40', { ...on('2025-01-01'), loonwaarde: 60, contractHoursPerWeek: 40, fullTimeHoursPerWeek: 40 }, '1052.06', '247.24', '1299.30'],
    ['2026-01, loonwaarde 25 (capped), 32 h', { ...on('2026-01-01'), loonwaarde: 25, contractHoursPerWeek: 32 }, '1541.84', '362.33', '1904.17'],
    ['2026-01, loonwaarde 30, 36 h', { ...on('2026-01-01'), loonwaarde: 30 }, '1734.57', '407.62', '2142.19'],
    ['2026-01, loonwaarde 29, 36 h: at the edge of the cap, the same', { ...on('2026-01-01'), loonwaarde: 29 }, '1734.57', '407.62', '2142.19'],
    ['2026-01, forfaitary, 20 h', { ...on('2026-01-01'), forfaitary: true, contractHoursPerWeek: 20 }, '688.32', '161.76', '850.08'],
  ])('%s', (_name, changes, subsidyEuros, employerCostsEuros, totalEuros) => {
    expect(computed(changes)).toMatchObject({ subsidyEuros, employerCostsEuros, totalEuros });
  });

  it('a running contract of 28 hours in March takes the figures of 1 January', () => {
    const result = computed({ ...on('2026-03-01'), contractStart: day('2025-03-01'), loonwaarde: 45, contractHoursPerWeek: 28 });
    expect(result).toMatchObject({ referenceDay: '2026-01-01', basisEuros: '2477.95', subsidyEuros: '1060.01' });
  });

  it('knows when 30 is the cap itself and 29 is above it', () => {
    expect(computed({ ...on('2026-01-01'), loonwaarde: 30 }).capped).toBe(false);
    expect(computed({ ...on('2026-01-01'), loonwaarde: 29 }).capped).toBe(true);
  });

  it('a loonwaarde of 100 gives nothing, in every period', () => {
    for (const text of ['2017-01-01', '2020-08-01', '2026-07-01']) expect(computed({ ...on(text), loonwaarde: 100 }).totalEuros).toBe('0.00');
    expect(computed({ ...on('2015-01-01'), loonwaarde: 100, functieloon: '1501.80' }).totalEuros).toBe('0.00');
  });
});

describe('which day decides', () => {
  it.each([
    ['a running contract: 1 January of that year', '2026-11-30', '2024-09-01', '2026-01-01'],
    ['on 1 January itself', '2026-01-01', '2025-07-01', '2026-01-01'],
    ['a contract of 1 January', '2026-05-01', '2026-01-01', '2026-01-01'],
    ['a contract of August keeps its own wage until New Year', '2026-12-31', '2026-08-15', '2026-08-15'],
    ['and then follows', '2027-01-01', '2026-08-15', '2027-01-01'],
  ])('%s', (_name, calculatedFor, contractStart, expected) => {
    expect(referenceDayOf(day(calculatedFor), day(contractStart))).toBe(expected);
  });

  it('1 July never re-indexes a running subsidy, but a new contract of July takes the new wage', () => {
    const running = computed({ ...on('2026-07-01'), contractStart: day('2026-06-30') });
    const fresh = computed({ ...on('2026-07-01') });
    expect(running.lines[1]?.params).toMatchObject({ monthlyEuros: '2294.40' });
    expect(fresh.lines[1]?.params).toMatchObject({ monthlyEuros: '2337.00', from: '2026-07-01' });
  });

  it('a running subsidy changes its period with the year', () => {
    const contract = { contractStart: day('2023-07-01'), contractHoursPerWeek: 40, fullTimeHoursPerWeek: 40 };
    // 1995.00 x 1.08 x 50 % x 40/40, then 2069.40 x 1.08 x 50 % x 40/36
    expect(computed({ ...on('2023-12-31'), ...contract }).subsidyEuros).toBe('1077.30');
    expect(computed({ ...on('2024-01-01'), ...contract }).subsidyEuros).toBe('1241.64');
  });
});

describe('the periods', () => {
  it('2015-2016: the minimum wage less what the work is worth in the wage of the function', () => {
    // (1501.80 - 50 % x 1800.00) x 1.08 = 601.80 x 1.08 = 649.944; opslag 23 % = 149.48712
    expect(computed({ ...on('2015-01-01'), functieloon: '1800.00' })).toMatchObject({ subsidyEuros: '649.94', employerCostsEuros: '149.49', totalEuros: '799.43' });
  });

  it('2015-2016: at the minimum wage it is the same as later', () => {
    expect(computed({ ...on('2015-01-01'), functieloon: 1501.8 }).subsidyEuros).toBe('810.97');
  });

  it('2015-2016: the maximum is 70 % of the minimum wage, and work worth more than it costs gives nothing', () => {
    const capped = computed({ ...on('2015-01-01'), loonwaarde: 20, functieloon: 1501.8 });
    expect(capped).toMatchObject({ capped: true, subsidyEuros: '1135.36' });
    expect(computed({ ...on('2015-01-01'), loonwaarde: 90, functieloon: 1700 }).subsidyEuros).toBe('0.00');
  });

  it('2017-2023: against the week of the employer, only downward', () => {
    // 1551.60 x 1.08 x 50 % = 837.864
    expect(computed({ ...on('2017-01-01'), contractHoursPerWeek: 40, fullTimeHoursPerWeek: 40 }).subsidyEuros).toBe('837.86');
    expect(computed({ ...on('2017-01-01'), contractHoursPerWeek: 40, fullTimeHoursPerWeek: 38 }).subsidyEuros).toBe('837.86');
    expect(computed({ ...on('2017-01-01'), contractHoursPerWeek: 19, fullTimeHoursPerWeek: 38 }).subsidyEuros).toBe('418.93');
  });

  it('since 2024: against 36 hours, with the full-time week of the sector as the most', () => {
    expect(computed({ ...on('2025-01-01'), loonwaarde: 60, contractHoursPerWeek: 48, fullTimeHoursPerWeek: 40 }).subsidyEuros).toBe('1052.06');
    expect(computed({ ...on('2025-01-01'), loonwaarde: 60, contractHoursPerWeek: '25.5' }).subsidyEuros).toBe('670.69');
  });

  it('the opslag is 23 % through 2017 and 23.5 % from 2018', () => {
    expect(computed(on('2017-12-31')).lines.find(({ code }) => code === 'lks.line.employerCosts')?.params).toMatchObject({ percentage: '23' });
    expect(computed(on('2018-01-01')).lines.find(({ code }) => code === 'lks.line.employerCosts')?.params).toMatchObject({ percentage: '23.5' });
  });
});

describe('the youth wage', () => {
  it.each([
    // The government's own table of July 2018.
    ['2018-07-01', 21, '1355.05'], ['2018-07-01', 20, '1115.95'], ['2018-07-01', 19, '876.80'], ['2018-07-01', 18, '757.25'],
    ['2018-07-01', 17, '629.70'], ['2018-07-01', 16, '550.00'], ['2018-07-01', 15, '478.25'],
    // 85 % of 1551.60 is 1318.86; 80 % of 1635.60 is 1308.48; 47.5 % of 1565.40 is 743.565.
    ['2017-01-01', 22, '1318.85'], ['2019-07-01', 20, '1308.50'], ['2017-07-01', 18, '743.55'],
    // 72.5 % of 1524.60 is 1105.335; 34.5 % of 2069.40 is 713.943.
    ['2016-01-01', 21, '1105.35'], ['2024-01-01', 16, '713.95'], ['2024-01-01', 15, '620.80'],
  ])('%s at %i: %s', (text, ageYears, monthlyEuros) => {
    const result = computed({ ...on(text), ageYears, forfaitary: true });
    expect(result.lines.find(({ code }) => code === 'lks.line.youthWage')?.params).toMatchObject({ age: ageYears, monthlyEuros });
  });

  it('half a step goes up: 39.5 % of 2133.60 is 842.772, and of an amount of exactly .025 the step above', () => {
    const table = { ...BUNDLED_LKS_PARAMETERS, minimumWage: BUNDLED_LKS_PARAMETERS.minimumWage.map((row) => ({ ...row, monthlyEuros: '2000.05' })) };
    const outcome = computeLks(lksInput({ ...on('2024-01-01'), ageYears: 18 }), table);
    // 50 % of 2000.05 is 1000.025
    expect(outcome.ok && outcome.value.lines.find(({ code }) => code === 'lks.line.youthWage')?.params['monthlyEuros']).toBe('1000.05');
  });

  it.each([
    ['2017-06-30', 22, true], ['2017-06-30', 23, false], ['2017-07-01', 21, true], ['2017-07-01', 22, false],
    ['2019-06-30', 21, true], ['2019-07-01', 20, true], ['2019-07-01', 21, false], ['2026-07-01', 21, false],
  ])('%s at %i is a youth wage: %s', (text, ageYears, youth) => {
    expect(computed({ ...on(text), ageYears }).lines.some(({ code }) => code === 'lks.line.youthWage')).toBe(youth);
  });
});

describe('the working', () => {
  it('shows every figure with its source, and says when the total was rounded on its own', () => {
    const result = computed({ ...on('2025-01-01'), loonwaarde: 50, contractHoursPerWeek: 24 });
    expect(result.lines.map(({ code }) => code)).toEqual([
      'lks.line.contractStart', 'lks.line.minimumWage', 'lks.line.basis', 'lks.line.percentage', 'lks.line.referenceWeek',
      'lks.line.subsidy', 'lks.line.employerCosts', 'lks.line.total', 'lks.line.roundedOnTotal', 'lks.line.advice',
    ]);
    expect(result.roundedOnTotal).toBe(true);
    for (const line of result.lines.slice(0, 5)) expect(line.source).toMatch(/\w{5,}/);
    expect(result.parameters).toEqual({ id: 'lks-parameters', version: 1 });
    expect(computed(on('2026-01-01')).roundedOnTotal).toBe(false);
  });

  it('says that a forfaitary subsidy has had its six months', () => {
    const contract = { contractStart: day('2026-01-15'), forfaitary: true, loonwaarde: null };
    expect(computed({ ...on('2026-07-14'), ...contract }).notes).toEqual([]);
    expect(computed({ ...on('2026-07-15'), ...contract }).notes).toEqual([{ code: 'lks.note.forfaitaryEnded', params: { months: 6, lastDay: '2026-07-14' } }]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a loonwaarde above 100', { ...on('2026-01-01'), loonwaarde: 101 }, ['loonwaarde lks.loonwaardeOutOfRange']],
    ['a loonwaarde with decimals', { ...on('2026-01-01'), loonwaarde: 45.5 }, ['loonwaarde lks.loonwaardeOutOfRange']],
    ['no loonwaarde while not forfaitary', { ...on('2026-01-01'), loonwaarde: null }, ['loonwaarde lks.loonwaardeRequired']],
    ['hours of zero', { ...on('2026-01-01'), contractHoursPerWeek: 0 }, ['contractHoursPerWeek lks.hoursOutOfRange']],
    ['hours beyond the law', { ...on('2026-01-01'), fullTimeHoursPerWeek: '60.01' }, ['fullTimeHoursPerWeek lks.hoursOutOfRange']],
    ['a child', { ...on('2026-01-01'), ageYears: 14 }, ['ageYears lks.ageOutOfRange']],
    ['an age that is no number', { ...on('2026-01-01'), ageYears: Number.NaN }, ['ageYears lks.ageOutOfRange']],
    ['a day before the contract', { ...on('2026-01-01'), contractStart: day('2026-02-01') }, ['calculatedFor lks.beforeContract']],
    ['a year before the law', { ...on('2014-12-31') }, ['calculatedFor lks.noParameters']],
    ['a year whose wage is not known yet', { ...on('2027-01-01') }, ['calculatedFor lks.noParameters']],
    ['2016 without functieloon', { ...on('2016-01-01') }, ['functieloon lks.functieloonRequired']],
    ['a functieloon below the minimum wage', { ...on('2016-01-01'), functieloon: '1524.59' }, ['functieloon lks.functieloonBelowMinimum']],
    ['a functieloon that no longer counts', { ...on('2017-01-01'), functieloon: '2000' }, ['functieloon lks.functieloonNotUsed']],
  ])('%s', (_name, changes, expected) => {
    expect(refusals(changes)).toEqual(expected);
  });

  it('a running contract from before the law is calculated from 2015 on', () => {
    expect(computed({ ...on('2015-03-01'), contractStart: day('2010-01-01'), functieloon: 2000 }).referenceDay).toBe('2015-01-01');
  });
});
