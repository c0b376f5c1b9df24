import { describe, expect, it } from 'vitest';
import { BUNDLED_LKS_PARAMETERS } from '#shared/domain/loonkostensubsidie/bundled-lks-parameters.ts';
import { inForceOn, lksParametersSchema } from '#shared/domain/loonkostensubsidie/lks-parameters.ts';
import { day } from '#shared/lib/calendar.ts';

/** As the server would send it. */
const asJson = (changes: object = {}): unknown => JSON.parse(JSON.stringify({ ...BUNDLED_LKS_PARAMETERS, ...changes }));
const codes = (json: unknown): readonly string[] => {
  const parsed = lksParametersSchema.safeParse(json);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

describe('the table of figures', () => {
  it('survives the way over the wire unchanged', () => {
    expect(lksParametersSchema.parse(asJson())).toEqual(BUNDLED_LKS_PARAMETERS);
  });

  it('has 1 January and 1 July of every year from 2015 through 2026, with a source', () => {
    const expected = Array.from({ length: 12 }, (_, index) => 2015 + index).flatMap((year) => [`${year}-01-01`, `${year}-07-01`]);
    expect(BUNDLED_LKS_PARAMETERS.minimumWage.map(({ from }) => from)).toEqual(expected);
    for (const { source } of BUNDLED_LKS_PARAMETERS.minimumWage) expect(source).toContain('Wet minimumloon');
  });

  it('a row holds until the day before the next', () => {
    expect(inForceOn(BUNDLED_LKS_PARAMETERS.employerCosts, day('2017-12-31')).percentage).toBe('23');
    expect(inForceOn(BUNDLED_LKS_PARAMETERS.employerCosts, day('2018-01-01')).percentage).toBe('23.5');
    expect(() => inForceOn(BUNDLED_LKS_PARAMETERS.employerCosts, day('2014-12-31'))).toThrow(RangeError);
  });

  it.each([
    ['a format this app does not know', { format: 2 }, 'parameters.newerFormat'],
    ['an amount as a float would write it', { minimumWage: [{ from: '2015-01-01', monthlyEuros: '1501.8', hourlyEuros: null, source: 'x' }] }, 'parameters.amount'],
    ['rows out of order', { employerCosts: BUNDLED_LKS_PARAMETERS.employerCosts.toReversed() }, 'parameters.notAscending'],
    ['a table that begins later than it says', { holidayAllowance: [{ from: '2016-01-01', percentage: '8', source: 'x' }] }, 'parameters.gapAtBegin'],
    ['nothing at all', { rules: [] }, 'parameters.empty'],
    ['wages after the last day that is known', { validThrough: '2026-06-30' }, 'parameters.beyondValidity'],
    ['a fixed week without hours', { rules: [{ ...BUNDLED_LKS_PARAMETERS.rules[2], from: '2015-01-01', referenceHours: null }] }, 'parameters.referenceHours'],
  ])('%s is refused', (_name, changes, code) => {
    expect(codes(asJson(changes))).toContain(code);
  });

  it('a field this app does not know is refused: it might matter', () => {
    expect(codes(asJson({ holidayBonus: [] }))).toHaveLength(1);
  });
});
