import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amsterdamMomentOf,
  addDays, addMonths, ageOn, amsterdamDayOf, amsterdamTimeOf, day, dayFrom, dayFromNumber, dayNumberOf, daysBetween, isDay, isoWeekOf, parseDay,
  weekdayOf, weekRange, weeksInYear, yearOf,
} from '#shared/lib/calendar.ts';

const RUNS = { seed: 20_261_122, numRuns: 500 };
const anyDay = fc.integer({ min: -25_567, max: 47_846 }).map(dayFromNumber);
/** The platform's own calendar, in UTC: the other implementation to compare with. */
const utc = (text: string): Date => new Date(`${text}T00:00:00Z`);
const textOf = (date: Date): string => date.toISOString().slice(0, 10);

describe('reading a day', () => {
  it.each([
    ['2026-03-01', 'ok'], [' 2024-02-29 ', 'ok'], ['1900-01-01', 'ok'], ['2100-12-31', 'ok'],
    ['', 'empty'], ['1-3-2026', 'not-a-date'], ['2026-3-1', 'not-a-date'], ['2026-03-01T00:00', 'not-a-date'],
    ['2026-02-29', 'no-such-day'], ['2026-13-01', 'no-such-day'], ['2026-00-10', 'no-such-day'], ['2026-04-31', 'no-such-day'], ['1900-02-29', 'no-such-day'],
    ['20226-03-01', 'year-out-of-range'], ['0226-03-01', 'year-out-of-range'], ['2101-01-01', 'year-out-of-range'],
  ])('"%s" is %s', (text, expected) => {
    const parsed = parseDay(text);
    expect(parsed.ok ? 'ok' : parsed.problem).toBe(expected);
  });

  it('isDay knows real days only, and day() throws on others', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(() => day('2026-02-29')).toThrow(RangeError);
    expect(() => dayFrom(2026, 4, 31)).toThrow(RangeError);
  });
});

describe('counting days', () => {
  it('agrees with the platform for any day from 1900 to 2100', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2_000, max: 2_000 }), (value, days) => {
        expect(textOf(new Date(dayNumberOf(value) * 86_400_000))).toBe(value);
        const moved = utc(value);
        moved.setUTCDate(moved.getUTCDate() + days);
        expect(addDays(value, days)).toBe(textOf(moved));
        expect(daysBetween(value, addDays(value, days))).toBe(days);
        expect(weekdayOf(value)).toBe(utc(value).getUTCDay() || 7);
      }),
      RUNS,
    );
  });

  it('days order as text', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect([a < b, a === b]).toEqual([dayNumberOf(a) < dayNumberOf(b), dayNumberOf(a) === dayNumberOf(b)]);
      }),
      RUNS,
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-03-31', -1, '2026-02-28'], ['2026-11-15', 2, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'], ['2026-08-31', 6, '2027-02-28'], ['2024-02-29', 12, '2025-02-28'], ['2026-05-05', 0, '2026-05-05'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe('age', () => {
  it.each([
    ['2005-06-15', '2026-06-14', 20], ['2005-06-15', '2026-06-15', 21], ['2005-06-15', '2026-12-31', 21], ['2005-12-31', '2026-01-01', 20],
    ['2004-02-29', '2025-02-28', 20], ['2004-02-29', '2025-03-01', 21], ['2004-02-29', '2024-02-29', 20], ['2026-06-15', '2026-06-14', -1],
  ])('born %s is on %s: %i', (birthDate, on, age) => {
    expect(ageOn(day(birthDate), day(on))).toBe(age);
  });
});

describe('ISO weeks', () => {
  it.each([
    ['2026-01-01', 2026, 1], ['2026-12-31', 2026, 53], ['2027-01-01', 2026, 53], ['2027-01-03', 2026, 53], ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1], ['2025-12-28', 2025, 52], ['2025-12-29', 2026, 1], ['2021-01-03', 2020, 53], ['2026-11-22', 2026, 47],
  ])('%s is in week %i-%i', (text, year, week) => {
    expect(isoWeekOf(day(text))).toEqual({ year, week });
  });

  it('a week runs from Monday through Sunday and holds exactly its seven days', () => {
    expect(weekRange({ year: 2026, week: 53 })).toEqual({ from: '2026-12-28', to: '2027-01-03' });
    fc.assert(
      fc.property(anyDay, (value) => {
        const week = isoWeekOf(value);
        const { from, to } = weekRange(week);
        expect(weekdayOf(from)).toBe(1);
        expect(daysBetween(from, to)).toBe(6);
        expect(from <= value && value <= to).toBe(true);
        expect(Math.abs(week.year - yearOf(value)) <= 1).toBe(true);
      }),
      RUNS,
    );
  });

  it('there is no week 53 in a year of 52', () => {
    expect([2020, 2025, 2026, 2027].map(weeksInYear)).toEqual([53, 52, 53, 52]);
    expect(() => weekRange({ year: 2025, week: 53 })).toThrow(RangeError);
  });
});

describe('the clock in the Netherlands', () => {
  it.each([
    ['2026-07-01T22:30:00Z', '2026-07-02', '00:30'], ['2026-01-01T22:59:59Z', '2026-01-01', '23:59'], ['2026-12-31T23:00:00Z', '2027-01-01', '00:00'],
    ['2026-03-29T00:59:00Z', '2026-03-29', '01:59'], ['2026-03-29T01:00:00Z', '2026-03-29', '03:00'], ['2026-10-25T01:00:00Z', '2026-10-25', '02:00'],
  ])('%s is %s %s', (moment, expectedDay, time) => {
    expect(amsterdamDayOf(Date.parse(moment))).toBe(expectedDay);
    expect(amsterdamTimeOf(Date.parse(moment))).toBe(time);
  });
});

describe('a moment on Dutch clocks', () => {
  it('is found back in winter, in summer, and around the hours that are skipped and doubled', () => {
    for (const [on, time, utc] of [
      ['2026-11-20', '23:30', '2026-11-20T22:30Z'],
      ['2026-07-01', '09:00', '2026-07-01T07:00Z'],
      ['2026-07-01', '00:15', '2026-06-30T22:15Z'],
      ['2026-03-29', '02:30', '2026-03-29T01:30Z'],
      ['2026-10-25', '02:30', '2026-10-25T00:30Z'],
    ] as const) expect([on, time, amsterdamMomentOf(day(on), time)]).toEqual([on, time, Date.parse(utc)]);
  });
});
