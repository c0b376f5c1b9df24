import { addDays, addMonths, type Day } from '../../lib/calendar.ts';
import { asShare, decimal } from '../../lib/percentage.ts';
import { multiply, rational, roundHalfUp } from '../../lib/rational.ts';
import type { CoachingFacts, CoachingPeriod, CoachingRegime } from '../records/coaching.ts';
import type { VisitFacts } from '../records/visit.ts';
import { coachingRowOn, type CoachingParameters } from './coaching-parameters.ts';

/** One half year of coaching: what was granted, what was used. */
export interface CoachingHalfYear {
  /** From 1 [count]. */
  readonly number: number;
  readonly from: Day;
  /** The last day, included. */
  readonly through: Day;
  readonly regime: CoachingRegime;
  readonly contractHours: number;
  /** Share of the contract hours [%], as an exact text. */
  readonly percentage: string;
  /** [min] */
  readonly grantedMinutes: number;
  readonly usedMinutes: number;
  /** Below zero when more was used than granted [min]. */
  readonly leftMinutes: number;
  /** [count] */
  readonly visits: number;
}

/**
 * Hours of coaching that half a year of a contract gives.
 * @param contractHours in that half year, by quarters [h] @param halfYear from 1 [count]
 * @returns whole minutes, half a minute upward: 500 hours, intensief -> 4 500, 2 250, 1 800 (75, 37.5 and 30 hours)
 * @source DOMAIN "Placement, coaching, nazorg"
 */
export function grantedMinutes(parameters: CoachingParameters, { regime, grantedOn, contractHoursPerHalfYear }: Pick<CoachingPeriod, 'regime' | 'grantedOn' | 'contractHoursPerHalfYear'>, halfYear: number): number {
  // Quarters of an hour are whole numbers: no float is multiplied.
  const contractMinutes = rational(BigInt(Math.round(contractHoursPerHalfYear * 4)) * 15n);
  return Number(roundHalfUp(multiply(contractMinutes, asShare(decimal(percentageOf(parameters, regime, grantedOn, halfYear))))));
}

function percentageOf(parameters: CoachingParameters, regime: CoachingRegime, grantedOn: string, halfYear: number): string {
  // A later table changes nothing of what was granted: the row of the day of the decision holds.
  const [first, second, later] = coachingRowOn(parameters, grantedOn).shares[regime];
  return halfYear <= 2 ? first : halfYear <= 4 ? second : later;
}

/** The days of a half year of coaching, counted from its begin. @param number from 1 [count] */
export function halfYearRange(beganOn: Day, number: number): { readonly from: Day; readonly through: Day } {
  return { from: addMonths(beganOn, 6 * (number - 1)), through: addDays(addMonths(beganOn, 6 * number), -1) };
}

/** The grant that holds in a half year: the last one that begins on or before its first day. */
export function grantFor({ periods, beganOn }: Pick<CoachingFacts, 'periods' | 'beganOn'>, halfYear: number): CoachingPeriod | null {
  const { from } = halfYearRange(beganOn, halfYear);
  return periods.findLast((period) => period.from <= from) ?? periods[0] ?? null;
}

/** A contact of another placement is not coaching at this one. */
function countsFor(coaching: Pick<CoachingFacts, 'placementId'>, visit: Pick<VisitFacts, 'placementId'>): boolean {
  return coaching.placementId === null || visit.placementId === null || visit.placementId === coaching.placementId;
}

/** @param visits all of the candidate, in any order @returns null when nothing was granted */
export function coachingHalfYear(parameters: CoachingParameters, coaching: CoachingFacts, visits: readonly VisitFacts[], number: number): CoachingHalfYear | null {
  const grant = grantFor(coaching, number);
  if (grant === null) return null;
  const { from, through } = halfYearRange(coaching.beganOn, number);
  const counted = visits.filter((visit) => countsFor(coaching, visit) && visit.heldOn >= from && visit.heldOn <= through);
  const usedMinutes = counted.reduce((sum, { candidateMinutes }) => sum + candidateMinutes, 0);
  const granted = grantedMinutes(parameters, grant, number);
  return {
    number,
    from,
    through,
    regime: grant.regime,
    contractHours: grant.contractHoursPerHalfYear,
    percentage: percentageOf(parameters, grant.regime, grant.grantedOn, number),
    grantedMinutes: granted,
    usedMinutes,
    leftMinutes: granted - usedMinutes,
    visits: counted.length,
  };
}

/** The half year of coaching that a day falls in, from 1; null before the begin [count]. */
export function halfYearOn(beganOn: Day, on: string): number | null {
  if (on < beganOn) return null;
  let number = 1;
  while (on > halfYearRange(beganOn, number).through) number += 1;
  return number;
}
