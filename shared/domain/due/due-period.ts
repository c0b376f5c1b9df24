import { addDays, weekdayOf, type Day } from '../../lib/calendar.ts';

/** Where a day stands from today: what is late comes first, then what this week asks. */
export type DuePeriod = 'late' | 'today' | 'week' | 'month' | 'later';

export const duePeriods = ['late', 'today', 'week', 'month', 'later'] as const satisfies readonly DuePeriod[];

/** The ends of week and month are reckoned once, for many days. @param today in the Netherlands; the week runs through Sunday, the month is the 30 days after today */
export function duePeriodFrom(today: Day): (dueOn: string) => DuePeriod {
  const endOfWeek = addDays(today, 7 - weekdayOf(today));
  const endOfMonth = addDays(today, 30);
  return (dueOn) => {
    if (dueOn < today) return 'late';
    if (dueOn === today) return 'today';
    if (dueOn <= endOfWeek) return 'week';
    return dueOn <= endOfMonth ? 'month' : 'later';
  };
}

/** The day to get ready for: tomorrow, and on a Friday or Saturday Monday, unless somebody is met in the weekend. */
export function nextWorkingDay(today: Day, hasAppointmentOn: (day: Day) => boolean): Day {
  for (let ahead = 1; ahead < 3; ahead += 1) {
    const next = addDays(today, ahead);
    if (weekdayOf(next) <= 5 || hasAppointmentOn(next)) return next;
  }
  return addDays(today, 3);
}
