import { addDays, weekdayOf, type Day } from '../../lib/calendar.ts';
import { coachingRowOn, type CoachingParameters } from './coaching-parameters.ts';
import type { VisitFacts } from '../records/visit.ts';

/** A working day for the next contact: the sooner, the greater the risk. A suggestion, never filled in by itself. */
export function suggestNextContact(parameters: CoachingParameters, heldOn: Day, { risk, sickLeave }: Pick<VisitFacts, 'risk' | 'sickLeave'>): Day {
  const { nextContactDays } = coachingRowOn(parameters, heldOn);
  const days = sickLeave ? Math.min(nextContactDays.sick, nextContactDays[risk]) : nextContactDays[risk];
  const on = addDays(heldOn, days);
  // Saturday and Sunday become Monday.
  return weekdayOf(on) >= 6 ? addDays(on, 8 - weekdayOf(on)) : on;
}
