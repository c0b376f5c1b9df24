import { describe, expect, it } from 'vitest';
import { judgeRecord } from '#shared/domain/judge.ts';

const facts = { heldOn: '2026-11-20', entrance: 'bedrijfspoort', heldBy: 'consulent-mehmet' };
const answers = { form: { id: 'intake', version: 1 }, given: { workedBefore: 'ja', branches: ['groen', 'zorg'], experience: [{ employer: 'Kwekerij', years: '2' }], remark: null, driving: true, hours: 24 } };
const decision = {
  decidedOn: '2026-11-20', candidateGroup: 3, labourMarketRelation: 'werk-met-structurele-ondersteuning', selfReliance: 3, suggestedGroup: 3, suggestedBecause: ['Werkt langzamer dan de norm.'],
  nextSteps: ['loonwaardemeting'], explanation: '',
};
const codes = (groups: Readonly<Record<string, unknown>>) => judgeRecord('intake', groups).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('an intake', () => {
  it('is sound with a decision, and without one as long as nothing was decided', () => {
    expect(codes({ facts, answers, decision })).toEqual([]);
    expect(codes({ facts, answers })).toEqual([]);
  });

  it('takes any question of any version, but no answers without a version', () => {
    expect(codes({ facts, answers: { ...answers, given: { 'a-question-of-next-year': 'ja' } } })).toEqual([]);
    expect(codes({ facts, answers: { given: {} } })).toEqual(['answers.form value.invalid']);
  });

  it('wants to know why a person decided otherwise than was proposed', () => {
    expect(codes({ facts, answers, decision: { ...decision, candidateGroup: 2 } })).toEqual(['decision.explanation intake.explanationRequired']);
    expect(codes({ facts, answers, decision: { ...decision, candidateGroup: 2, explanation: 'Wil eerst een jaar leren.' } })).toEqual([]);
    expect(codes({ facts, answers, decision: { ...decision, candidateGroup: 2, suggestedGroup: null } })).toEqual([]);
  });

  it('is not decided before it was held', () => {
    expect(codes({ facts, answers, decision: { ...decision, decidedOn: '2026-11-19' } })).toEqual(['decision.decidedOn intake.decidedBeforeTalk']);
  });
});
