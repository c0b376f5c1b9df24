import { describe, expect, it } from 'vitest';
import { addWeeks, compareWeeks, parseWeekName, weekName } from '#shared/export/week-name.ts';

describe('the name of a week', () => {
  it('is written as ISO 8601 does and read back', () => {
    expect(weekName({ year: 2026, week: 7 })).toBe('2026-W07');
    expect(parseWeekName('2026-W53')).toEqual({ year: 2026, week: 53 });
  });

  it('is refused when there is no such week', () => {
    for (const text of ['2025-W53', '2026-W00', '2026-W7', '20226-W01', '1026-W01', '']) expect(parseWeekName(text)).toBeNull();
  });

  it('goes over the end of a year that has 53 weeks', () => {
    expect(addWeeks({ year: 2026, week: 52 }, 1)).toEqual({ year: 2026, week: 53 });
    expect(addWeeks({ year: 2026, week: 53 }, 1)).toEqual({ year: 2027, week: 1 });
    expect(addWeeks({ year: 2027, week: 1 }, -1)).toEqual({ year: 2026, week: 53 });
  });

  it('sorts', () => {
    expect(compareWeeks({ year: 2026, week: 53 }, { year: 2027, week: 1 })).toBeLessThan(0);
    expect(compareWeeks({ year: 2026, week: 47 }, { year: 2026, week: 47 })).toBe(0);
  });
});
