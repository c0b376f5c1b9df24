import { addDays, isoWeekOf, weekRange, weeksInYear } from '../lib/calendar.ts';
import type { IsoWeek } from '../lib/calendar.ts';

/** As ISO 8601 writes it: "2026-W47". Sorts as text and is safe in a file name. */
export function weekName({ year, week }: IsoWeek): string {
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** @returns the week, or null when there is no such week: 2025 has no week 53 */
export function parseWeekName(text: string): IsoWeek | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, week] = [Number(match[1]), Number(match[2])];
  return year >= 1900 && year <= 2100 && week >= 1 && week <= weeksInYear(year) ? { year, week } : null;
}

/** @param weeks how many weeks later [count], may be negative */
export function addWeeks(isoWeek: IsoWeek, weeks: number): IsoWeek {
  return isoWeekOf(addDays(weekRange(isoWeek).from, weeks * 7));
}

/** @returns below zero, zero or above zero, as for Array.sort */
export function compareWeeks(a: IsoWeek, b: IsoWeek): number {
  return a.year - b.year || a.week - b.week;
}
