import { addDays, daysBetween, earliestDay, type Day } from '../../lib/calendar.ts';
import { lastDayOfMonths } from '../loonkostensubsidie/deadlines.ts';
import type { PlacementFacts } from '../records/placement.ts';
import type { Violation } from '../violation.ts';

/** As long as a proefplaatsing takes where nothing is special [months]. @source DOMAIN "Placement, coaching, nazorg" */
const ordinaryTrialMonths = 2;
/** Together with every extension [months]. @source there */
const longestTrialMonths = 6;

const longestHalfYearDays = 184;

export const ordinaryTrialEnd = (beganOn: Day): Day => lastDayOfMonths(beganOn, ordinaryTrialMonths);

/** The last day that the law allows. @param others what this person did at the same employer before: earlier trials count along */
export function longestTrialEnd(beganOn: Day, others: readonly TrialTimes[] = []): Day {
  const before = others.reduce((days, other) => days + trialDays(other, beganOn), 0);
  const alone = lastDayOfMonths(beganOn, longestTrialMonths);
  // Four months and two are six, whichever months they were: together the longest half year counts.
  return before === 0 ? alone : earliestDay(alone, addDays(beganOn, longestHalfYearDays - before - 1));
}

export type TrialTimes = Pick<PlacementFacts, 'form' | 'beganOn' | 'endedOn' | 'trialThrough'>;

/** When a trial ends as far as is known: as it did, as was agreed, or after two months. */
export const trialEnd = ({ beganOn, endedOn, trialThrough }: TrialTimes): Day => (endedOn ?? trialThrough ?? ordinaryTrialEnd(beganOn));

/** Of a trial that lies before this day, its days [count]. */
function trialDays(other: TrialTimes, before: Day): number {
  if (other.form !== 'proefplaatsing' || other.beganOn >= before) return 0;
  return daysBetween(other.beganOn, earliestDay(trialEnd(other), addDays(before, -1))) + 1;
}

/** What the law forbids of a proefplaatsing; what it only frowns upon is told beside the field and stops nobody. */
export function judgeTrial(facts: PlacementFacts, others: readonly TrialTimes[] = []): readonly Violation[] {
  if (facts.form !== 'proefplaatsing') return [];
  const violations: Violation[] = [];
  const through = facts.trialThrough ?? null;
  const longest = longestTrialEnd(facts.beganOn, others);
  if (through !== null && through < facts.beganOn) violations.push({ path: ['facts', 'trialThrough'], code: 'period.endsBeforeBegin' });
  else if (through !== null && through > longest) violations.push({ path: ['facts', 'trialThrough'], code: longest < facts.beganOn ? 'placement.trialUsedUp' : 'placement.trialTooLong', params: { day: longest, months: longestTrialMonths } });
  else if (through !== null && through > ordinaryTrialEnd(facts.beganOn) && (facts.trialReason ?? null) === null) violations.push({ path: ['facts', 'trialReason'], code: 'placement.trialReasonRequired', params: { months: ordinaryTrialMonths } });
  return violations;
}
