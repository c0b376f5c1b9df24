import type { Groups } from '../kinds.ts';
import type { Violation } from '../violation.ts';

/** What must hold between begin, end and the grants of one coaching trajectory. */
export function judgeCoaching({ facts }: Groups<'coaching'>): readonly Violation[] {
  if (facts === undefined) return [];
  const violations: Violation[] = [];
  if (facts.endedOn !== null && facts.endedOn < facts.beganOn) violations.push({ path: ['facts', 'endedOn'], code: 'period.endsBeforeBegin' });
  if (facts.endedOn === null && (facts.endReason ?? null) !== null) violations.push({ path: ['facts', 'endReason'], code: 'coaching.endReasonWhileRunning' });
  if (facts.periods[0]?.from !== facts.beganOn) violations.push({ path: ['facts', 'periods', 0, 'from'], code: 'coaching.grantFromBegin' });
  for (const [index, period] of facts.periods.entries()) {
    const before = facts.periods[index - 1];
    if (before !== undefined && before.from >= period.from) violations.push({ path: ['facts', 'periods', index, 'from'], code: 'coaching.grantsInOrder' });
  }
  return violations;
}

export function judgeCoachingPlan({ shared }: Groups<'coachingPlan'>): readonly Violation[] {
  if (shared === undefined || shared.evaluateOn === null || shared.evaluateOn >= shared.drawnUpOn) return [];
  return [{ path: ['shared', 'evaluateOn'], code: 'coaching.evaluationBeforePlan' }];
}

export function judgeCoachingReport({ facts, report }: Groups<'coachingReport'>): readonly Violation[] {
  if (facts === undefined) return [];
  const violations: Violation[] = [];
  if (facts.through < facts.from) violations.push({ path: ['facts', 'through'], code: 'period.endsBeforeBegin' });
  if (facts.finalisedOn < facts.from) violations.push({ path: ['facts', 'finalisedOn'], code: 'coaching.reportBeforePeriod' });
  // Who signed the earlier version must be able to read why it was not the last.
  if (facts.corrects !== null && (report?.correctionReason ?? '').trim() === '') violations.push({ path: ['report', 'correctionReason'], code: 'coaching.correctionReasonRequired' });
  if ((facts.corrects !== null) !== ((facts.version ?? 1) > 1)) violations.push({ path: ['facts', 'version'], code: 'coaching.versionDiffers' });
  if (facts.corrects === null && (facts.alsoReplaces ?? []).length > 0) violations.push({ path: ['facts', 'alsoReplaces'], code: 'coaching.versionDiffers' });
  return violations;
}
