import { addDays, weekRange } from '../lib/calendar.ts';
import type { Day, IsoWeek } from '../lib/calendar.ts';

/** The days that decide a week's figures. Records carry calendar days of the Netherlands, so no time zone comes in. */
export interface WeekPeriod {
  readonly isoWeek: IsoWeek;
  /** Monday. */
  readonly from: Day;
  /** Sunday, included. */
  readonly to: Day;
  /** "At the end of the week": Sunday, or the last day that is known while the week still runs. */
  readonly stateOn: Day;
  /** Something planned on this day or before it, and not done, is overdue. The running day is not over yet. */
  readonly overdueThrough: Day;
  readonly complete: boolean;
}

/** @param asOf the last day that the records cover; null when they cover the whole week */
export function weekPeriod(isoWeek: IsoWeek, asOf: Day | null): WeekPeriod {
  const { from, to } = weekRange(isoWeek);
  const complete = asOf === null || asOf > to;
  return {
    isoWeek,
    from,
    to,
    stateOn: complete ? to : asOf,
    overdueThrough: complete ? to : addDays(asOf, -1),
    complete,
  };
}

/** Happened in the week. What is planned for a day that is still to come has not happened. */
export function isInWeek(day: string, { from, stateOn }: WeekPeriod): boolean {
  return day >= from && day <= stateOn;
}

/** Runs at the end of the week. The day on which something ends is its last: whoever ends on Sunday is gone at the end of it. */
export function runsAtEnd(beganOn: string, endedOn: string | null, { stateOn }: WeekPeriod): boolean {
  return beganOn <= stateOn && (endedOn === null || endedOn > stateOn);
}
