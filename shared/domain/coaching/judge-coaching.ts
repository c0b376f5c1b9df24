import type { Groups } from '../kinds.ts';
import type { Violation } from '../violation.ts';

/** What must hold between begin, end and the grants of one coaching trajectory. */
export function judgeCoaching({ facts }: Groups<'coaching'>): readonly Violation[] {
  if (facts === undefined) return [];
  const violations: Violation[] = [];
  if (facts.endedOn !== null && facts.endedOn < facts.beganOn) violations.push({ path: ['facts', 'endedOn'], code: 'period.endsBeforeBegin' });
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

export function judgeCoachingReport({ facts }: Groups<'coachingReport'>): readonly Violation[] {
  if (facts === undefined) return [];
  const violations: Violation[] = [];
  if (facts.through < facts.from) violations.push({ path: ['facts', 'through'], code: 'period.endsBeforeBegin' });
  if (facts.finalisedOn < facts.from) violations.push({ path: ['facts', 'finalisedOn'], code: 'coaching.reportBeforePeriod' });
  return violations;
}
