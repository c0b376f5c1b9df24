import type { Groups } from '../kinds.ts';
import type { Violation } from '../violation.ts';

/** What must hold between the groups of an intake. @source DOMAIN "Words", intake */
export function judgeIntake({ facts, decision }: Groups<'intake'>): readonly Violation[] {
  if (facts === undefined || decision === undefined) return [];
  const violations: Violation[] = [];
  if (decision.decidedOn < facts.heldOn) violations.push({ path: ['decision', 'decidedOn'], code: 'intake.decidedBeforeTalk' });
  // A person decides and may differ from the proposal; who reads it later must see why.
  const differs = decision.suggestedGroup !== null && decision.suggestedGroup !== decision.candidateGroup;
  if (differs && decision.explanation.trim() === '') violations.push({ path: ['decision', 'explanation'], code: 'intake.explanationRequired' });
  return violations;
}
