import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { judgeMeasurement } from '#shared/domain/judge-measurement.ts';
import { versionsOfMeasurements, type PlacedMeasurement } from '#shared/domain/measurement-versions.ts';
import { aMeasurement } from '../support/reports/a-measurement.ts';

const { facts, tasks, views, result } = aMeasurement();
const measured = (recordId: string, order: string, corrects: string | null = null, change: object = {}): PlacedMeasurement => ({ recordId: recordId as RecordId, order, facts: { ...result, corrects: corrects as RecordId | null, ...change } });

const first = measured('first', '1');
const one = measured('one', '2', 'first');
const other = measured('other', '3', 'first', { finalisedOn: '2026-11-23' });

/** Each version as one line: its name, what it replaced, what replaced it, what stands beside it and which counts. */
function told(measurements: readonly PlacedMeasurement[]): readonly string[] {
  const ids = (list: readonly PlacedMeasurement[]) => list.map((each) => each.recordId).join('+');
  return [...versionsOfMeasurements(measurements)].map(([recordId, { name, replaces, replacedBy, beside, counts }]) => `${recordId} is ${name}, replaces ${ids(replaces)}, replaced by ${ids(replacedBy)}, beside ${ids(beside)}; ${counts.recordId} counts`);
}

describe('the versions of a measurement', () => {
  it('are counted by how many came before', () => {
    expect(told([first, one, measured('third', '4', 'one')])).toEqual([
      'first is 1, replaces , replaced by one, beside ; third counts',
      'one is 2, replaces first, replaced by third, beside ; third counts',
      'third is 3, replaces one, replaced by , beside ; third counts',
    ]);
  });

  it('that were made apart stand beside one another, a letter by their arrival tells them apart, and the later of them counts, in whatever order a device got them', () => {
    const expected = [
      'first is 1, replaces , replaced by one+other, beside ; other counts',
      'one is 2a, replaces first, replaced by , beside other; other counts',
      'other is 2b, replaces first, replaced by , beside one; other counts',
    ];
    expect(told([first, one, other])).toEqual(expected);
    expect(told([other, one, first])).toEqual(expected);
  });

  it('that were made apart become one by a version that replaces them all', () => {
    expect(told([first, one, other, measured('all', '4', 'one', { alsoReplaces: ['other'] })]).slice(1)).toEqual([
      'one is 2a, replaces first, replaced by all, beside ; all counts',
      'other is 2b, replaces first, replaced by all, beside ; all counts',
      'all is 3, replaces one+other, replaced by , beside ; all counts',
    ]);
  });

  it('are no versions of another measurement, and one that is not in the file is named', () => {
    expect(told([first, measured('next-year', '2')])).toEqual(['first is 1, replaces , replaced by , beside ; first counts', 'next-year is 1, replaces , replaced by , beside ; next-year counts']);
    expect(versionsOfMeasurements([one]).get(one.recordId)).toMatchObject({ name: '2', replaces: [], replacesUnknown: ['first'] });
  });

  it('replace several only as a correction of one of them', () => {
    const judged = (change: object) => judgeMeasurement({ facts, tasks, ...(views === null ? {} : { views }), result: { ...result, ...change } }).map(({ path }) => path.join('.'));
    expect(judged({ corrects: 'one', alsoReplaces: ['other'] })).toEqual([]);
    expect(judged({ alsoReplaces: ['other'] })).toEqual(['result.alsoReplaces']);
  });
});
