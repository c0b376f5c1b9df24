import { describe, expect, it } from 'vitest';
import { forfaitaryEnd, lastDayOfMonths, suggestNextMeasurement } from '#shared/domain/loonkostensubsidie/deadlines.ts';
import { day } from '#shared/lib/calendar.ts';

describe('deadlines', () => {
  it.each([['2026-01-15', '2026-07-14'], ['2026-01-01', '2026-06-30'], ['2026-08-31', '2027-02-28'], ['2023-08-31', '2024-02-29'], ['2026-09-01', '2027-02-28']])(
    'forfaitary from %s: the measurement is due on or before %s',
    (from, end) => {
      expect(forfaitaryEnd(day(from))).toBe(end);
    },
  );

  it('counts other periods of months the same way', () => {
    expect(lastDayOfMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(lastDayOfMonths(day('2026-02-01'), 2)).toBe('2026-03-31');
  });

  it('the next measurement is agreed within one to three years', () => {
    expect(suggestNextMeasurement(day('2026-03-10'), false)).toEqual({
      why: 'agreed-within-1-to-3-years', options: ['2027-03-10', '2028-03-10', '2029-03-10'], latest: '2029-03-10',
    });
  });

  it('yearly in files of 2015-2016, every three years in beschut werk, then too', () => {
    expect(suggestNextMeasurement(day('2016-12-31'), false)).toMatchObject({ why: 'yearly-file-of-2015-2016', latest: '2017-12-31' });
    expect(suggestNextMeasurement(day('2016-05-01'), true)).toMatchObject({ why: 'beschut-werk-every-3-years', options: ['2019-05-01'] });
    expect(suggestNextMeasurement(day('2024-02-29'), true).latest).toBe('2027-02-28');
  });
});
