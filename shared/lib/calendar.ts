import type { Brand } from './brand.ts';
import { failure, success } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** A day on the calendar, 'YYYY-MM-DD', without time or zone. Days compare as text: '2026-03-01' < '2026-10-01'. */
export type Day = Brand<string, 'Day'>;

export type DayReason = 'empty' | 'not-a-date' | 'no-such-day' | 'year-out-of-range';

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** @param month 1..12 @returns days in that month [count], 0 for a month that does not exist */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

const partsOf = (text: string): Parts | undefined => {
  const match = DAY.exec(text);
  return match === null ? undefined : { year: Number(match[1]), month: Number(match[2]), dayOfMonth: Number(match[3]) };
};

/** A real day with a year of four digits: '2026-02-29' is none. Use `parseDay` for what a person entered. */
export const isDay = (text: string): text is Day => {
  const parts = partsOf(text);
  return parts !== undefined && parts.year >= 1 && parts.dayOfMonth >= 1 && parts.dayOfMonth <= daysInMonth(parts.year, parts.month);
};

/**
 * Reads 'YYYY-MM-DD', in the years 1900 to 2100: a year 20226 or 0226 is a slip of the finger.
 * @throws never
 */
export const parseDay = (text: string): Outcome<Day, DayReason> => {
  const trimmed = text.trim();
  if (trimmed === '') return failure('empty');
  if (/^[+-]?\d{5,}-\d{2}-\d{2}$/.test(trimmed)) return failure('year-out-of-range');
  const parts = partsOf(trimmed);
  if (parts === undefined) return failure('not-a-date');
  if (parts.year < FIRST_YEAR || parts.year > LAST_YEAR) return failure('year-out-of-range');
  return isDay(trimmed) ? success(trimmed) : failure('no-such-day');
};

/** For constants and days already judged. @throws RangeError when it is not a day */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`day: ${text}`);
  return text;
};

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

/** @throws RangeError when there is no such day in the years 1 to 9999 */
export const dayFrom = (year: number, month: number, dayOfMonth: number): Day =>
  day(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`);

const known = (value: Day): Parts => {
  const parts = partsOf(value);
  if (parts === undefined) throw new RangeError(`day: ${value}`);
  return parts;
};

export const yearOf = (value: Day): number => known(value).year;
export const firstDayOfYear = (year: number): Day => dayFrom(year, 1, 1);
export const lastDayOfYear = (year: number): Day => dayFrom(year, 12, 31);

export const earliestDay = (a: Day, b: Day): Day => (a <= b ? a : b);
export const latestDay = (a: Day, b: Day): Day => (a >= b ? a : b);

/**
 * Days since 1970-01-01 [count], by integers only: no zone and no summer time can shift it. The year is counted from
 * March, so that the leap day is the last of its year; 400 years are 146 097 days.
 */
export const dayNumberOf = (value: Day): number => {
  const { year, month, dayOfMonth } = known(value);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
};

/** The other way round. @throws RangeError outside the years 1 to 9999 */
export const dayFromNumber = (dayNumber: number): Day => {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dayFrom(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
};

/** @param days whole days [count], may be negative */
export const addDays = (value: Day, days: number): Day => dayFromNumber(dayNumberOf(value) + days);

/** Whole days from `from` to `to` [count]; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumberOf(to) - dayNumberOf(from);

/** 31 January plus one month is the last day of February. @param months whole months [count], may be negative */
export const addMonths = (value: Day, months: number): Day => {
  const { year, month, dayOfMonth } = known(value);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return dayFrom(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
};

/** Whole years [count]. Someone born on 29 February turns a year older on 1 March of an ordinary year. Negative before birth. */
export const ageOn = (birthDate: Day, on: Day): number => {
  const birth = known(birthDate);
  const now = known(on);
  const hadBirthday = now.month > birth.month || (now.month === birth.month && now.dayOfMonth >= birth.dayOfMonth);
  return now.year - birth.year - (hadBirthday ? 0 : 1);
};

/** @returns 1 (Monday) .. 7 (Sunday) */
export const weekdayOf = (value: Day): number => ((((dayNumberOf(value) + 3) % 7) + 7) % 7) + 1;

export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

/** ISO 8601: weeks begin on Monday and belong to the year of their Thursday: 2027-01-01 is in week 53 of 2026. */
export const isoWeekOf = (value: Day): IsoWeek => {
  const thursday = addDays(value, 4 - weekdayOf(value));
  const year = yearOf(thursday);
  return { year, week: Math.floor(daysBetween(firstDayOfYear(year), thursday) / 7) + 1 };
};

/** 28 December is always in the last week. @returns 52 or 53 */
export const weeksInYear = (year: number): number => isoWeekOf(dayFrom(year, 12, 28)).week;

/** Monday and Sunday of an ISO week, both included. @throws RangeError when that year has no such week */
export const weekRange = ({ year, week }: IsoWeek): { readonly from: Day; readonly to: Day } => {
  if (!Number.isInteger(week) || week < 1 || week > weeksInYear(year)) throw new RangeError(`weekRange: ${year} has no week ${week}`);
  const fourthOfJanuary = dayFrom(year, 1, 4);
  const from = addDays(fourthOfJanuary, 1 - weekdayOf(fourthOfJanuary) + (week - 1) * 7);
  return { from, to: addDays(from, 6) };
};

const AMSTERDAM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

const amsterdamParts = (epochMs: number): Readonly<Record<string, string>> =>
  Object.fromEntries(AMSTERDAM.formatToParts(new Date(epochMs)).map((part) => [part.type, part.value]));

/** The day in the Netherlands at a moment: just after midnight here, UTC still says yesterday. @param epochMs [ms since 1970, UTC] */
export const amsterdamDayOf = (epochMs: number): Day => {
  const { year = '', month = '', day: dayOfMonth = '' } = amsterdamParts(epochMs);
  return day(`${year.padStart(4, '0')}-${month}-${dayOfMonth}`);
};

/** 'HH:MM' on a clock in the Netherlands. @param epochMs [ms since 1970, UTC] */
export const amsterdamTimeOf = (epochMs: number): string => {
  const { hour = '', minute = '' } = amsterdamParts(epochMs);
  return `${hour}:${minute}`;
};

/**
 * The moment at which clocks in the Netherlands show this. In the hour that summer time skips, the hour after; in the
 * hour that comes twice, the first one.
 * @param time 'HH:MM' @returns [ms since 1970, UTC]
 */
export const amsterdamMomentOf = (on: Day, time: string): number => {
  const local = dayNumberOf(on) * 86_400_000 + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
  const inSummer = local - 7_200_000;
  return amsterdamDayOf(inSummer) === on && amsterdamTimeOf(inSummer) === time ? inSummer : local - 3_600_000;
};
