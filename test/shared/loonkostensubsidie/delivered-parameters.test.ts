import { describe, expect, it } from 'vitest';
import { judgeRecord } from '#shared/domain/judge.ts';
import { BUNDLED_LKS_PARAMETERS } from '#shared/domain/loonkostensubsidie/bundled-lks-parameters.ts';
import { compareTables } from '#shared/domain/loonkostensubsidie/compare-tables.ts';
import { deliveredParameters, nextTableVersion, rowsOfDay, withMinimumWage } from '#shared/domain/loonkostensubsidie/delivered-parameters.ts';
import type { LksParameters } from '#shared/domain/loonkostensubsidie/lks-parameters.ts';
import { lksParametersOf } from '#shared/domain/measurement-result.ts';
import { day } from '#shared/lib/calendar.ts';

const nextYear = { from: '2027-01-01', monthlyEuros: '2380.00', hourlyEuros: '15.25', validThrough: '2027-06-30', source: 'Staatscourant 2026, nummer 1' };

function published(version = 1_001): LksParameters {
  const table = withMinimumWage(BUNDLED_LKS_PARAMETERS, nextYear, version);
  if (!table.ok) throw new Error(JSON.stringify(table.problem));
  return table.value;
}
const travelled = (table: unknown): unknown => JSON.parse(JSON.stringify(table));
const document = (content: unknown, version = 1_001) => judgeRecord('regionDocument', { document: { id: 'lks-parameters', version, content } }).map(({ code }) => code);

describe('a table of figures that the region delivers', () => {
  it('is used when it knows a later day, without a release', () => {
    expect(deliveredParameters([]).current).toBe(BUNDLED_LKS_PARAMETERS);
    const { current, unusable } = deliveredParameters([travelled(published())]);
    expect(current).toMatchObject({ version: 1_001, validThrough: '2027-06-30' });
    expect(current.minimumWage.at(-1)).toMatchObject({ from: '2027-01-01', monthlyEuros: '2380.00' });
    expect(unusable).toEqual([]);
  });

  it('takes a correction of the same period by its higher number, and the order of arrival does not matter', () => {
    const corrected = withMinimumWage(published(), { ...nextYear, monthlyEuros: '2385.00' }, 1_002);
    if (!corrected.ok) throw new Error('not corrected');
    expect(corrected.value.minimumWage).toHaveLength(published().minimumWage.length);
    for (const contents of [[published(), corrected.value], [corrected.value, published()]]) expect(deliveredParameters(contents.map(travelled)).current.version).toBe(1_002);
  });

  it('is left out and told when it does not parse, and never calculated with', () => {
    const broken = { ...published(), minimumWage: [{ from: '2027-01-01', monthlyEuros: '2.380,00', hourlyEuros: null, source: 'x' }] };
    const { current, unusable } = deliveredParameters([travelled(broken), 'nonsense', travelled({ ...published(1_003), extra: 1 })]);
    expect(current).toBe(BUNDLED_LKS_PARAMETERS);
    expect(unusable.map(({ version }) => version)).toEqual([1_001, null, 1_003]);
    expect(unusable[0]?.problems).toContainEqual({ path: 'minimumWage.0.monthlyEuros', code: 'parameters.amount' });
  });

  it("never puts other figures in the place of a release's own version", () => {
    const forged = travelled({ ...published(1), validThrough: '2027-06-30' });
    expect(deliveredParameters([forged]).current).toBe(BUNDLED_LKS_PARAMETERS);
  });

  it('is judged as a document: what no device could use is not taken', () => {
    expect(document(travelled(published()))).toEqual([]);
    expect(document(travelled(published()), 1_002)).toEqual(['parameters.otherVersion']);
    expect(document({ ...published(), employerCosts: [] })).toContain('parameters.empty');
    expect(judgeRecord('regionDocument', { document: { id: 'something-else', version: 1, content: 7 } })).toEqual([]);
  });

  it('says what is wrong with what an administrator typed', () => {
    const typed = (change: object) => withMinimumWage(BUNDLED_LKS_PARAMETERS, { ...nextYear, ...change }, 1_001);
    expect(typed({ monthlyEuros: '2380' })).toMatchObject({ ok: false, problem: [{ code: 'parameters.amount' }] });
    expect(typed({ validThrough: '2026-12-31' })).toMatchObject({ ok: false, problem: [{ code: 'parameters.beyondValidity' }] });
    expect(typed({ hourlyEuros: '' })).toMatchObject({ ok: true });
  });

  it('numbers its tables beyond those of the releases', () => {
    expect(nextTableVersion([])).toBe(1_001);
    expect(nextTableVersion([1, 1_001, 1_007])).toBe(1_008);
  });
});

describe('a measurement and its figures', () => {
  it('finds a table of a release by its number, and one of the region in the rows that it carries', () => {
    const rows = rowsOfDay(published(), day('2027-02-01'));
    expect(lksParametersOf({}, 1)).toBe(BUNDLED_LKS_PARAMETERS);
    expect(lksParametersOf({ lksParameters: rows }, 1_001)).toBe(rows);
    expect(lksParametersOf({ lksParameters: rows }, 1_002)).toBeUndefined();
    expect(lksParametersOf({}, 1_001)).toBeUndefined();
  });

  it('says how its figures stand to those that the region publishes', () => {
    const rows = rowsOfDay(published(), day('2027-02-01'));
    const now = [travelled(published())];
    expect(compareTables(1, undefined, [])).toEqual({ kind: 'same', used: 1, current: 1 });
    expect(compareTables(1, undefined, now)).toEqual({ kind: 'newer-published', used: 1, current: 1_001 });
    expect(compareTables(1_001, rows, now).kind).toBe('same');
    expect(compareTables(1_001, rows, [...now, travelled(published(1_002))])).toEqual({ kind: 'newer-published', used: 1_001, current: 1_002 });
    expect(compareTables(1_001, rows, []).kind).toBe('not-here');
    // Somebody's own figures under a number of the region.
    const own = { ...rows, minimumWage: rows.minimumWage.map((row) => ({ ...row, monthlyEuros: '9999.00' })) };
    expect(compareTables(1_001, own, now).kind).toBe('differs');
    expect(compareTables(1_001, rowsOfDay({ ...published(), validThrough: day('2030-01-01') }, day('2029-01-01')), now).kind).toBe('differs');
  });
});
