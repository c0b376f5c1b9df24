import { describe, expect, it } from 'vitest';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { PlanAgreement, PlanFacts, PlanOutcomeFacts } from '#shared/domain/records/plan.ts';
import { agreementStates, currentPlan, openAgreements, planVersions, type OutcomeRecord, type PlanRecord } from '#shared/domain/plan/plan-state.ts';

const facts = { madeOn: '2026-11-20', version: 1, replaces: null, reviewedOn: null, nextReviewOn: '2027-02-20', madeBy: 'consulent-mehmet' };
const content = {
  form: { id: 'plan', version: 1 }, goal: 'Werk in het groen, 24 uur', ownPart: 'Elke week twee vacatures zoeken.', steps: [{ step: 'Proefplaatsing' }], promisingBranches: ['groen'], extraSupport: '',
  learningPotential: '', possibilities: '', limits: '', workObligation: 'volledig', exemptUntil: null, consequences: '', lookingBack: '',
};
const agreement = (id: string, owner: string, dueOn = '2026-12-01') => ({ id, owner, what: 'Bellen', dueOn });
const both = { items: [agreement('agreement-1', 'kandidaat'), agreement('agreement-2', 'werkbedrijf')] };
const agreed = { agreedOn: '2026-11-21', agreedBy: 'consulent-mehmet' };
const codes = (groups: Readonly<Record<string, unknown>>) => judgeRecord('plan', groups).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('a plan van aanpak', () => {
  it('may still have one side only, until both agree', () => {
    expect(codes({ facts, content, agreements: { items: [] } })).toEqual([]);
    expect(codes({ facts, content, agreements: both, agreed })).toEqual([]);
  });

  it('binds both sides when it is agreed', () => {
    expect(codes({ facts, content, agreements: { items: [agreement('agreement-1', 'gemeente')] }, agreed })).toEqual(['agreements.items plan.candidateAgrees']);
    expect(codes({ facts, content, agreements: { items: [agreement('agreement-1', 'kandidaat')] }, agreed })).toEqual(['agreements.items plan.otherSideAgrees']);
    expect(codes({ facts, content, agreements: both, agreed: { ...agreed, agreedOn: '2026-11-19' } })).toEqual(['agreed.agreedOn plan.agreedBeforeMade']);
  });

  it('lets no exemption from the work obligations go on for ever', () => {
    for (const workObligation of ['tijdelijk-ontheven', 'gedeeltelijk']) {
      expect(codes({ facts, content: { ...content, workObligation }, agreements: both })).toEqual(['content.exemptUntil plan.exemptionEnds']);
      expect(codes({ facts, content: { ...content, workObligation, exemptUntil: '2026-11-20' }, agreements: both })).toEqual(['content.exemptUntil plan.exemptionBeforePlan']);
      expect(codes({ facts, content: { ...content, workObligation, exemptUntil: '2027-05-20' }, agreements: both })).toEqual([]);
    }
  });

  it('names the version that it takes the place of, and when that was looked back on', () => {
    expect(codes({ facts: { ...facts, version: 2 }, content, agreements: both })).toEqual(['facts.version plan.versionDiffers']);
    expect(codes({ facts: { ...facts, version: 2, replaces: 'plan-1' }, content, agreements: both })).toEqual(['facts.reviewedOn plan.reviewedOnRequired']);
    expect(codes({ facts: { ...facts, version: 2, replaces: 'plan-1', reviewedOn: '2026-11-20' }, content, agreements: both })).toEqual([]);
    expect(codes({ facts: { ...facts, nextReviewOn: '2026-11-20' }, content, agreements: both })).toEqual(['facts.nextReviewOn plan.reviewBeforePlan']);
  });

  it('has no agreement twice', () => {
    expect(codes({ facts, content, agreements: { items: [agreement('agreement-1', 'kandidaat'), agreement('agreement-1', 'werkgever')] } })).toEqual(['agreements.items.1 plan.sameAgreementTwice']);
  });
});

const plan = (recordId: string, change: Partial<PlanFacts>, items: readonly object[] = both.items): PlanRecord => ({
  recordId: recordId as RecordId,
  groups: { facts: { ...facts, ...change } as PlanFacts, agreements: { items: items as PlanAgreement[] } },
});
const outcome = (recordId: string, agreementId: string, change: Partial<PlanOutcomeFacts> = {}): OutcomeRecord => ({
  recordId: recordId as RecordId,
  groups: { facts: { planId: 'plan-1', agreementId, outcome: 'nagekomen', notedOn: '2026-12-01', notedBy: 'jobcoach-sanne', remark: '', replaces: null, ...change } as PlanOutcomeFacts },
});

describe('the versions of a plan', () => {
  it('the last review leads, on every device the same one', () => {
    const [first, second, other] = [plan('plan-1', {}), plan('plan-2', { version: 2 }), plan('plan-3', { version: 2 })];
    expect(planVersions([first, second, other]).map(({ recordId }) => recordId)).toEqual(['plan-3', 'plan-2', 'plan-1']);
    expect(currentPlan([other, first, second])).toBe(currentPlan([second, other, first]));
    expect(currentPlan([])).toBeNull();
  });

  it('an outcome stays with its agreement when that is carried over into the next version', () => {
    const next = plan('plan-2', { version: 2 }, [agreement('agreement-2', 'werkbedrijf'), agreement('agreement-3', 'kandidaat')]);
    const states = agreementStates(next, [outcome('outcome-1', 'agreement-2', { outcome: 'deels' })], '2026-12-02');
    expect(states.map(({ outcome: noted, overdue }) => [noted?.outcome ?? null, overdue])).toEqual([['deels', false], [null, true]]);
  });

  it('of several outcomes the one counts that took the place of the others, whatever the ids are', () => {
    const corrected = [outcome('outcome-9', 'agreement-1'), outcome('outcome-1', 'agreement-1', { outcome: 'niet-nagekomen', replaces: 'outcome-9' as RecordId })];
    expect(agreementStates(plan('plan-1', {}), corrected, '2026-12-02')[0]?.outcome?.outcome).toBe('niet-nagekomen');
  });

  it('names what is open, the most urgent first, and only of the plan that holds now', () => {
    const old = plan('plan-1', {}, [agreement('agreement-9', 'kandidaat')]);
    const now = plan('plan-2', { version: 2 }, [agreement('agreement-1', 'kandidaat', '2026-12-10'), agreement('agreement-2', 'gemeente', '2026-12-01'), agreement('agreement-3', 'gemeente', '2026-11-25')]);
    const open = openAgreements([old, now], [outcome('outcome-1', 'agreement-3')], '2026-12-05');
    expect(open.map(({ agreement: { id }, overdue }) => [id, overdue])).toEqual([['agreement-2', true], ['agreement-1', false]]);
  });
});
