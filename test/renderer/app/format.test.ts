import { describe, expect, it } from 'vitest';
import { daysSince, formatCount, formatDay, formatDayInWords, momentParts, nearDay } from '#renderer/components/format.ts';

/** Just after midnight in the Netherlands; in UTC it is still the day before. */
const justAfterMidnightMs = Date.UTC(2026, 10, 21, 23, 5);

describe('how days and times are written', () => {
  it('writes a day as dd-mm-jjjj in Dutch and dd/mm/yyyy in English, and leaves what is no day alone', () => {
    expect(formatDay('2026-04-03', 'nl')).toBe('03-04-2026');
    expect(formatDay('2026-04-03', 'en')).toBe('03/04/2026');
    expect(formatDay('soon', 'nl')).toBe('soon');
    expect(formatDayInWords('2026-04-03', 'nl')).toBe('3 april 2026');
  });

  it('says today by the Dutch calendar, also just after midnight', () => {
    expect(nearDay('2026-11-22', justAfterMidnightMs)).toBe('today');
    expect(nearDay('2026-11-21', justAfterMidnightMs)).toBe('yesterday');
    expect(nearDay('2026-11-23', justAfterMidnightMs)).toBe('tomorrow');
    expect(nearDay('2026-11-24', justAfterMidnightMs)).toBeNull();
  });

  it('names the year of a moment only when it is another one', () => {
    expect(momentParts(Date.UTC(2026, 3, 3, 12, 32), justAfterMidnightMs, 'nl')).toEqual({ near: null, day: '3 april', time: '14:32' });
    expect(momentParts(Date.UTC(2025, 3, 3, 12, 32), justAfterMidnightMs, 'nl').day).toBe('3 april 2025');
    expect(momentParts(justAfterMidnightMs, justAfterMidnightMs, 'nl')).toMatchObject({ near: 'today', time: '00:05' });
  });

  it('counts the days that passed, and groups thousands as the reader does', () => {
    expect(daysSince('2026-11-12', justAfterMidnightMs)).toBe(10);
    expect(daysSince('2026-11-30', justAfterMidnightMs)).toBe(-8);
    expect(formatCount(15_000, 'nl')).toBe('15.000');
    expect(formatCount(15_000, 'en')).toBe('15,000');
  });
});
