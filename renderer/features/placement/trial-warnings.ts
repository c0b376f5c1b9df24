import { ordinaryTrialEnd } from '#shared/domain/placement/trial-limits.ts';
import { trialConditions, type PlacementFacts } from '#shared/domain/records/placement.ts';
import { isDay } from '#shared/lib/calendar.ts';

/** What does not go with a proefplaatsing and forbids none: somebody looks at it and decides. */
export type TrialWarning = 'workedHere' | 'offBenefit' | 'conditions';

/** Longer than two months: that takes a reason. */
export function isLongTrial({ beganOn, trialThrough }: PlacementFacts): boolean {
  return isDay(beganOn ?? '') && typeof trialThrough === 'string' && trialThrough > ordinaryTrialEnd(beganOn);
}

/** @param facts as far as they were typed @param others this person's other placements at the same employer */
export function trialWarnings(facts: PlacementFacts, others: readonly PlacementFacts[]): readonly TrialWarning[] {
  if (facts.form !== 'proefplaatsing') return [];
  const warnings: TrialWarning[] = [];
  const title = sameTitle(facts.jobTitle);
  if (title !== '' && others.some(({ form, jobTitle, beganOn }) => form !== 'proefplaatsing' && form !== 'leerwerkplek' && sameTitle(jobTitle) === title && beganOn < facts.beganOn)) warnings.push('workedHere');
  if (facts.benefitExit === 'partieel' || facts.benefitExit === 'volledig') warnings.push('offBenefit');
  const met = facts.trialConditions ?? [];
  // Not before somebody came that far: until its end is filled in, nothing was asked yet.
  const isAsked = met.length > 0 || typeof facts.trialThrough === 'string';
  if (isAsked && met.length < trialConditions.length) warnings.push('conditions');
  return warnings;
}

const sameTitle = (title: string | null | undefined): string => (title ?? '').trim().toLowerCase();
