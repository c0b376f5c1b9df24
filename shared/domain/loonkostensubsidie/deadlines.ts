import { addDays, addMonths, yearOf } from '../../lib/calendar.ts';
import type { Day } from '../../lib/calendar.ts';

/** Last day of a period of whole months; from 31 August six months run through the last day of February. */
export const lastDayOfMonths = (from: Day, months: number): Day => {
  const sameDay = addMonths(from, months);
  const monthIsShorter = sameDay.slice(8) !== from.slice(8);
  return monthIsShorter ? sameDay : addDays(sameDay, -1);
};

/** Last day of a forfaitary subsidy; the loonwaarde must be measured on or before it. @param months of the rule in force [months] */
export const forfaitaryEnd = (startedOn: Day, months = 6): Day => lastDayOfMonths(startedOn, months);

export interface NextMeasurement {
  readonly why: 'agreed-within-1-to-3-years' | 'yearly-file-of-2015-2016' | 'beschut-werk-every-3-years';
  /** Days to choose from, the earliest first; one when there is nothing to choose. */
  readonly options: readonly [Day, ...Day[]];
  /** Later than this is overdue. */
  readonly latest: Day;
}

/**
 * When to look again: a date agreed with employer and employee, between one and three years on. The product offers, the
 * people choose and say why. Files of 2015-2016 go by year; beschut werk every three years, also in those.
 */
export const suggestNextMeasurement = (measuredOn: Day, beschutWerk: boolean): NextMeasurement => {
  const afterYears = (years: number): Day => addMonths(measuredOn, years * 12);
  if (beschutWerk) return { why: 'beschut-werk-every-3-years', options: [afterYears(3)], latest: afterYears(3) };
  if (yearOf(measuredOn) <= 2016) return { why: 'yearly-file-of-2015-2016', options: [afterYears(1)], latest: afterYears(1) };
  return { why: 'agreed-within-1-to-3-years', options: [afterYears(1), afterYears(2), afterYears(3)], latest: afterYears(3) };
};
