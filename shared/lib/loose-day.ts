import { addDays, addMonths, dayFrom, daysInMonth, parseDay, yearOf } from './calendar.ts';
import type { Day, DayReason } from './calendar.ts';
import { failure, success } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Which year a day without a year means: the last time that it was (or nearly is), or the next time that it comes. */
export type DayLeaning = 'past' | 'future';

/** A day of the coming weeks, typed where a day of the past belongs, is a slip to be shown, not a day of last year. */
const SLIP_DAYS = 31;

const RELATIVE: Readonly<Record<string, number>> = {
  v: 0, vandaag: 0, today: 0, g: -1, gisteren: -1, yesterday: -1, eergisteren: -2, m: 1, morgen: 1, tomorrow: 1, overmorgen: 2,
};

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mrt: 3, maa: 3, mar: 3, apr: 4, mei: 5, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, dec: 12,
};

/**
 * A day as people type it: 'v', 'g', '+14', '+2w', '+3m', '3-4', '3/4/26', '3 april', '03042026', '2026-04-03'.
 * A year of other than two or four digits is not repaired: 20226 is asked again.
 * @throws never
 */
export const parseLooseDay = (typed: string, today: Day, leaning: DayLeaning = 'past'): Outcome<Day, DayReason> => {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === '') return failure('empty');
  const relative = RELATIVE[text];
  if (relative !== undefined) return success(addDays(today, relative));
  const offset = /^([+-])\s?(\d{1,3})\s?([dwm]?)$/.exec(text);
  if (offset !== null) {
    const count = Number(`${offset[1]}${offset[2]}`);
    return success(offset[3] === 'm' ? addMonths(today, count) : addDays(today, count * (offset[3] === 'w' ? 7 : 1)));
  }
  if (/^[+-]?\d{4,}-\d{1,2}-\d{1,2}$/.test(text)) return parseDay(text.replace(/-(\d)(?=-|$)/g, '-0$1'));

  const parts = partsOf(text);
  if (parts === undefined) return failure('not-a-date');
  const { dayOfMonth, month, year } = parts;
  if (month < 1 || month > 12 || dayOfMonth < 1) return failure('no-such-day');
  if (year === undefined) return withoutYear(dayOfMonth, month, today, leaning);
  if (year.length !== 2 && year.length !== 4) return failure('year-out-of-range');
  return parseDay(isoText(year.length === 2 ? centuryOf(Number(year), today) : Number(year), month, dayOfMonth));
};

interface TypedParts {
  readonly dayOfMonth: number;
  readonly month: number;
  readonly year: string | undefined;
}

const partsOf = (text: string): TypedParts | undefined => {
  const separated = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d+))?$/.exec(text);
  if (separated !== null) return { dayOfMonth: Number(separated[1]), month: Number(separated[2]), year: separated[3] };
  const digits = /^(\d{2})(\d{2})(\d{2}|\d{4,})?$/.exec(text);
  if (digits !== null) return { dayOfMonth: Number(digits[1]), month: Number(digits[2]), year: digits[3] };
  const named = /^(\d{1,2})[-. ]?([a-z]{3,9})\.?(?:[-. ]?(\d+))?$/.exec(text);
  if (named === null) return undefined;
  const month = MONTHS[(named[2] ?? '').replace(/^maart.*/, 'mrt').slice(0, 3)];
  return month === undefined ? undefined : { dayOfMonth: Number(named[1]), month, year: named[3] };
};

const withoutYear = (dayOfMonth: number, month: number, today: Day, leaning: DayLeaning): Outcome<Day, DayReason> => {
  const thisYear = yearOf(today);
  const days = [-4, -3, -2, -1, 0, 1, 2, 3, 4]
    .map((years) => thisYear + years)
    .filter((year) => dayOfMonth <= daysInMonth(year, month))
    .map((year) => dayFrom(year, month, dayOfMonth));
  const found = leaning === 'future' ? days.find((day) => day >= today) : days.findLast((day) => day <= addDays(today, SLIP_DAYS));
  return found === undefined ? failure('no-such-day') : success(found);
};

/** Up to twenty years ahead is this century: contracts end there. Further is a birth date. */
const centuryOf = (twoDigits: number, today: Day): number => {
  const century = yearOf(today) - (yearOf(today) % 100);
  return century + twoDigits > yearOf(today) + 20 ? century - 100 + twoDigits : century + twoDigits;
};

const isoText = (year: number, month: number, dayOfMonth: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;

/** '2026-04-03' -> '03-04-2026', as it stands in a Dutch form and file; the other way is `parseLooseDay`. */
export const toDutchDay = (day: Day): string => `${day.slice(8)}-${day.slice(5, 7)}-${day.slice(0, 4)}`;
