import { firstDayOfYear, yearOf } from '../../lib/calendar.ts';
import type { Day } from '../../lib/calendar.ts';

/**
 * A running subsidy follows the minimum wage only on 1 January; a contract that began later in that year keeps the
 * figures of its first day until then. All periods of the rules begin on 1 January, so one day decides everything.
 */
export const referenceDayOf = (calculatedFor: Day, contractStart: Day): Day => {
  const newYear = firstDayOfYear(yearOf(calculatedFor));
  return contractStart > newYear ? contractStart : newYear;
};
