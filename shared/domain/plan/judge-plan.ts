import type { Groups } from '../kinds.ts';
import type { PlanContent, PlanFacts } from '../records/plan.ts';
import type { Violation } from '../violation.ts';

/** What must hold between the groups of a plan van aanpak. @source DOMAIN "Words", plan van aanpak */
export function judgePlan({ facts, content, agreements, agreed }: Groups<'plan'>): readonly Violation[] {
  if (facts === undefined || content === undefined || agreements === undefined) return [];
  const violations: Violation[] = [...judgeVersion(facts), ...judgeObligation(facts, content)];
  const ids = agreements.items.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice !== -1) violations.push({ path: ['agreements', 'items', twice], code: 'plan.sameAgreementTwice' });
  if (agreed === undefined) return violations;

  if (agreed.agreedOn < facts.madeOn) violations.push({ path: ['agreed', 'agreedOn'], code: 'plan.agreedBeforeMade' });
  const byCandidate = agreements.items.filter(({ owner }) => owner === 'kandidaat').length;
  if (byCandidate === 0) violations.push({ path: ['agreements', 'items'], code: 'plan.candidateAgrees' });
  else if (byCandidate === agreements.items.length) violations.push({ path: ['agreements', 'items'], code: 'plan.otherSideAgrees' });
  return violations;
}

function judgeVersion({ madeOn, version, replaces, reviewedOn, nextReviewOn }: PlanFacts): readonly Violation[] {
  const violations: Violation[] = [];
  if ((version === 1) !== (replaces === null)) violations.push({ path: ['facts', 'version'], code: 'plan.versionDiffers' });
  if (replaces !== null && reviewedOn === null) violations.push({ path: ['facts', 'reviewedOn'], code: 'plan.reviewedOnRequired' });
  if (nextReviewOn <= madeOn) violations.push({ path: ['facts', 'nextReviewOn'], code: 'plan.reviewBeforePlan' });
  return violations;
}

function judgeObligation({ madeOn }: PlanFacts, { workObligation, exemptUntil }: PlanContent): readonly Violation[] {
  if (workObligation === 'volledig') return [];
  if (exemptUntil === null) return [{ path: ['content', 'exemptUntil'], code: 'plan.exemptionEnds' }];
  return exemptUntil <= madeOn ? [{ path: ['content', 'exemptUntil'], code: 'plan.exemptionBeforePlan' }] : [];
}
