import { lastDayOfYear, yearOf, type Day } from '../../lib/calendar.ts';

/**
 * When a registration in the doelgroepregister ends.
 * @param ceasedOn the day from which the conditions were not met any more
 * @returns 31 December of the second calendar year after it: 2025-03-15 -> 2027-12-31
 * @source DOMAIN "Words", doelgroepregister; Wet banenafspraak en quotum arbeidsbeperkten, art. 38b Wfsv
 */
export function endOfRegister(ceasedOn: Day): Day {
  return lastDayOfYear(yearOf(ceasedOn) + 2);
}
