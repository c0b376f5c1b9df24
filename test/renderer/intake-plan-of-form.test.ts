import { describe, expect, it } from 'vitest';
import { intakeOf } from '#renderer/features/intake/intake-of-form.ts';
import { movesOfIntake } from '#renderer/features/intake/moves-of-intake.ts';
import { startOfIntake } from '#renderer/features/intake/start-of-intake.ts';
import { seenIn, seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import { carriedKey, changedPlan, planBegun, planFrame, planOf } from '#renderer/features/plan/plan-of-form.ts';
import { startOfChange, startOfPlan } from '#renderer/features/plan/start-of-plan.ts';
import { publishableOf, textToChange } from '#renderer/features/region-document/publishable.ts';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { intakeFormV1 } from '#shared/forms/intake.v1.ts';
import { planFormV1 } from '#shared/forms/plan.v1.ts';
import { planFormV2 } from '#shared/forms/plan.v2.ts';
import { readForm } from '#shared/forms/read-form.ts';
import { day } from '#shared/lib/calendar.ts';
import { aDossier } from '../support/forms/a-dossier.ts';

const moment = { today: day('2026-11-20'), now: '14:07' };
const dossier = aDossier();
const consultant: Principal = { userId: 'consulent-mehmet' as UserId, displayName: 'Mehmet', role: 'consultant', region: 'r', municipalities: ['GM0268'] };
const place = { municipality: 'GM0268' as const, team: [] };

const answered: FormValues = {
  ...startOfIntake(intakeFormV1, dossier, moment, 'nl'),
  entrance: 'bedrijfspoort', workNow: 'nee', lastWork: 'korter-dan-jaar', education: 'mbo-2-4', wish: 'Buiten werken', branches: ['groen'], hours: '20-tot-28', pace: 'veel-langzamer', independence: 'vaak-hulp',
  growth: 'niet-verwacht', register: 'nee', dutch: 'goed', candidateGroup: '3', labourMarketRelation: 'werk-met-structurele-ondersteuning', selfReliance: '3', nextSteps: ['loonwaardemeting'],
};
const intake = (values: FormValues) => intakeOf(intakeFormV1, values, readForm(intakeFormV1, values, moment), { heldBy: consultant.userId, today: moment.today });

describe('an intake as the form says it', () => {
  it('holds what was asked, what was proposed and why, and what was decided', () => {
    const { groups, violations } = intake(answered);
    expect(violations).toEqual([]);
    expect(groups.facts).toEqual({ heldOn: '2026-11-20', entrance: 'bedrijfspoort', heldBy: 'consulent-mehmet' });
    expect(groups.answers.form).toEqual({ id: 'intake', version: 1 });
    expect(groups.decision).toMatchObject({ candidateGroup: 3, selfReliance: 3, suggestedGroup: 3, decidedOn: '2026-11-20', nextSteps: ['loonwaardemeting'], explanation: '' });
    expect(groups.decision.suggestedBecause).toEqual(['Werkt langzamer dan een collega, en dat blijft waarschijnlijk zo.', 'Heeft vaak hulp nodig, en dat blijft waarschijnlijk zo.']);
  });

  it('does not hold a question that was skipped, whatever was typed into it before', () => {
    const { given } = intake({ ...answered, debtHelp: 'nee', obstacles: [] }).groups.answers;
    expect(given).not.toHaveProperty('debtHelp');
    expect(given).not.toHaveProperty('atSchool');
    expect(given).toHaveProperty('workNow', 'nee');
  });

  it('moves the file only where the decision differs from it, with the reason', () => {
    const { groups } = intake({ ...answered, candidateGroup: '2', explanation: 'Wil eerst leren.' });
    const status = { regeling: 'participatiewet', candidateGroup: 3, labourMarketRelation: 'werk-met-structurele-ondersteuning', selfReliance: 3, prioritair: false };
    const registration = { municipality: 'GM0268', entrance: 'internet', registeredOn: '2026-12-01', closedOn: null };
    const file = { ...dossier, candidate: { recordId: 'candidate-1', groups: { status, registration }, changes: { status: { base: { epoch: 1, n: 7 } } } } } as unknown as DossierView;
    const moved = movesOfIntake(file, groups, consultant, place, 'Besluit.');
    expect(moved?.moves.map(({ what, from, to }) => `${what} ${from} ${to}`)).toEqual(['candidateGroup 3 2', 'entrance internet bedrijfspoort']);
    // Nobody moved before they were registered.
    expect(moved?.groups.move).toEqual({ movedOn: '2026-12-01', reason: 'Besluit.' });
    expect(moved?.bases).toEqual({ status: { epoch: 1, n: 7 }, move: null, registration: null });
    expect(movesOfIntake(file, groups, { ...consultant, role: 'jobcoach' }, place, 'x')).toBeNull();
  });
});

const firstFrame = { draftId: '44444444-4444-4444-8444-444444444444', madeBy: consultant.userId, version: 1, replaces: null };
const planValues: FormValues = {
  ...startOfPlan(planFormV1, dossier, null, moment, 'nl'),
  goal: 'Werk in het groen', ownPart: 'Belt elke week.', workObligation: 'volledig',
  agreements: [{ what: 'Bellen', owner: 'kandidaat', dueOn: '1-12' }, {}, { what: 'Leerwerkplek zoeken', owner: 'werkbedrijf', dueOn: '8-12', [carriedKey]: 'agreement-old' }],
};
const plan = (values: FormValues, frame: Parameters<typeof planOf>[3] = firstFrame) => planOf(planFormV1, values, readForm(planFormV1, values, moment), frame);

describe('a plan as the form says it', () => {
  it('gives each agreement an id of its own, and leaves it to one that was carried over', () => {
    const { groups, violations } = plan(planValues);
    expect(violations).toEqual([]);
    expect(groups.agreements.items.map(({ id, what, dueOn }) => `${id} ${what} ${dueOn}`)).toEqual([`${firstFrame.draftId}-0 Bellen 2026-12-01`, 'agreement-old Leerwerkplek zoeken 2026-12-08']);
    expect(groups.facts).toMatchObject({ madeOn: '2026-11-20', nextReviewOn: '2027-02-20', reviewedOn: null, version: 1 });
  });

  it('says before it is recorded that both sides must be bound', () => {
    const [violation] = plan({ ...planValues, agreements: [{ what: 'Bellen', owner: 'kandidaat', dueOn: '1-12' }] }).violations;
    expect(violation).toMatchObject({ path: ['agreements'], code: 'plan.otherSideAgrees' });
  });

  it('a review begins with the plan before it and with what is still open in it', () => {
    const { groups } = plan(planValues);
    const before = { recordId: 'plan-1', kind: 'plan', groups } as unknown as RecordView<'plan'>;
    const outcome = { recordId: 'outcome-1', kind: 'planOutcome', groups: { facts: { planId: 'plan-1', agreementId: `${firstFrame.draftId}-0`, outcome: 'nagekomen', notedOn: '2026-12-01', notedBy: 'x', remark: '', replaces: null } } };
    const values = startOfPlan(planFormV1, { ...dossier, records: [before, outcome] as unknown as DossierView['records'] }, before, moment, 'nl');
    expect(values).toMatchObject({ isReview: true, goal: 'Werk in het groen', reviewedOn: '20-11-2026' });
    expect(values['agreements']).toEqual([{ what: 'Leerwerkplek zoeken', owner: 'werkbedrijf', dueOn: '08-12-2026', [carriedKey]: 'agreement-old' }]);
    const next = plan(values, { ...firstFrame, version: 2, replaces: 'plan-1' as RecordId });
    expect(next.groups.facts).toMatchObject({ version: 2, replaces: 'plan-1', reviewedOn: '2026-11-20' });
  });
});

describe('the instruments of a plan', () => {
  const intakeRecord = { recordId: 'intake-1', kind: 'intake', groups: { facts: { heldOn: '2026-11-18' }, decision: { nextSteps: ['proefplaatsing', 'taalles', 'jobcoach'] } } };
  const afterIntake = { ...dossier, records: [intakeRecord] as unknown as DossierView['records'] };
  const start = startOfPlan(planFormV2, afterIntake, null, moment, 'nl');

  it('begin with the next steps that the intake decided on', () => {
    expect(start).toMatchObject({ directInstruments: ['proefplaatsing'], developmentInstruments: [], structuralInstruments: ['jobcoach'], careInstruments: [] });
  });

  it('go along into the review, and stay away from a plan of which the form did not ask', () => {
    const values = { ...planValues, ...start, goal: 'Werk in het groen', ownPart: 'Belt elke week.', agreements: planValues['agreements'], structuralInstruments: ['jobcoach', 'no-riskpolis'] };
    const { groups, violations } = planOf(planFormV2, values, readForm(planFormV2, values, moment), firstFrame);
    expect(violations).toEqual([]);
    expect(groups.content).toMatchObject({ form: { id: 'plan', version: 2 }, directInstruments: ['proefplaatsing'], structuralInstruments: ['jobcoach', 'no-riskpolis'] });
    const before = { recordId: 'plan-1', kind: 'plan', groups } as unknown as RecordView<'plan'>;
    const review = startOfPlan(planFormV2, { ...dossier, records: [before] as unknown as DossierView['records'] }, before, moment, 'nl');
    expect(review).toMatchObject({ directInstruments: ['proefplaatsing'], structuralInstruments: ['jobcoach', 'no-riskpolis'] });
    expect(plan(planValues).groups.content).not.toHaveProperty('directInstruments');
  });
});

describe('a plan that nobody agreed to yet', () => {
  it('is changed itself: its version, its maker and its agreements stay what they are', () => {
    const { groups } = plan(planValues);
    const record = { recordId: 'plan-1', kind: 'plan', groups } as unknown as RecordView<'plan'>;
    const values = { ...startOfChange(planFormV1, record, 'nl'), goal: 'Werk in de zorg' };
    const other = planFrame('55555555-5555-4555-8555-555555555555', 'consulent-anders' as UserId, record, record);
    const again = plan(values, other);
    expect(again.violations).toEqual([]);
    expect(again.groups).toEqual({ ...groups, content: { ...groups.content, goal: 'Werk in de zorg' } });
  });

  it('is not written over by a draft that was begun before it came in: both stand there, of the same number', () => {
    const ofColleague = { recordId: 'plan-b', kind: 'plan', groups: plan(planValues).groups, changes: {} } as unknown as RecordView<'plan'>;
    const begun = planBegun(null);
    expect(changedPlan(ofColleague, begun)).toBeNull();
    expect(planFrame('d', 'consulent-anders' as UserId, ofColleague, null)).toEqual({ draftId: 'd', madeBy: 'consulent-anders', version: 1, replaces: null });
  });

  it('a draft that is taken up again still stands on what was seen when it was begun', () => {
    const at = (n: number) => ({ recordId: 'plan-1', kind: 'plan', groups: plan(planValues).groups, changes: { content: { base: { epoch: 1, n } } } }) as unknown as RecordView<'plan'>;
    const draft = { goal: 'x', [seenKey]: planBegun(at(7)) };
    const begun = seenIn(draft, planBegun(at(9)));
    expect(changedPlan(at(9), begun)?.recordId).toBe('plan-1');
    expect(begun.bases).toEqual({ facts: null, content: { epoch: 1, n: 7 }, agreements: null });
  });

  it('once it is agreed the next version is made, by whoever makes it', () => {
    const record = { recordId: 'plan-1', kind: 'plan', groups: { ...plan(planValues).groups, agreed: { agreedOn: '2026-11-20', agreedBy: 'x' } } } as unknown as RecordView<'plan'>;
    expect(changedPlan(record, { changes: record.recordId, bases: {} })).toBeNull();
    expect(planFrame('d', 'consulent-anders' as UserId, record, null)).toEqual({ draftId: 'd', madeBy: 'consulent-anders', version: 2, replaces: 'plan-1' });
    expect(planFrame('d', 'consulent-anders' as UserId, null, null)).toMatchObject({ version: 1, replaces: null });
  });
});

describe('publishing', () => {
  it('begins with what is used now, under the number of the next version, and lets that through', () => {
    for (const id of ['intake', 'plan', 'guard-words']) {
      const publishable = publishableOf(id, []);
      if (publishable === null) throw new Error(id);
      const text = textToChange(publishable);
      expect(JSON.parse(text)).toMatchObject({ version: 1_001 });
      expect(publishable.check(JSON.parse(text)).ok).toBe(true);
      expect(publishable.check({ ...(JSON.parse(text) as object), version: 1_002 })).toMatchObject({ ok: false, problem: [{ code: 'otherVersion' }] });
    }
  });

  it('knows what may not be published here', () => {
    expect(publishableOf('visit', [])).toBeNull();
    expect(publishableOf('lks-parameters', [])).toBeNull();
  });
});
