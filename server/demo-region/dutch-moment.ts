import { addDays, dayFrom, dayNumberOf, weekdayOf, yearOf, type Day } from '#shared/lib/calendar.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** @param time 'HH:MM' on a clock in the Netherlands @returns the moment [ms since 1970, UTC] */
export function dutchMoment(on: Day, time: string): number {
  return dayNumberOf(on) * dayMs + (minutesOf(time) - (isSummerTime(on) ? 120 : 60)) * minuteMs;
}

/** @returns minutes since midnight */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The same day, or the Friday before: nobody visits at the weekend. */
export function workingDayBefore(on: Day): Day {
  return addDays(on, -Math.max(0, weekdayOf(on) - 5));
}

/** The same day, or the Monday after. */
export function workingDayAfter(on: Day): Day {
  const weekday = weekdayOf(on);
  return weekday <= 5 ? on : addDays(on, 8 - weekday);
}

/** By the day, not the hour: nothing here happens in the nights that change. @source Directive 2000/84/EC */
function isSummerTime(on: Day): boolean {
  return on >= lastSunday(yearOf(on), 3) && on < lastSunday(yearOf(on), 10);
}

function lastSunday(year: number, month: 3 | 10): Day {
  const last = dayFrom(year, month, 31);
  return addDays(last, -(weekdayOf(last) % 7));
}
