import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { formVersionKey } from '#renderer/features/draft/use-region-form.ts';
import { agreementStates } from '#shared/domain/plan/plan-state.ts';
import { instrumentKinds, planInstruments, type PlanContent } from '#shared/domain/records/plan.ts';
import type { FormDefinition, FormValues } from '#shared/forms/form-definition.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import { startValues } from '#shared/forms/read-form.ts';
import { addMonths, type Day } from '#shared/lib/calendar.ts';
import { carriedKey } from './plan-of-form.ts';

/** How long a plan mostly holds before both look back [months]. */
const monthsToReview = 3;

/** A first plan begins with what the intake and the file say; a review with the plan that holds and what is open in it. */
export function startOfPlan(definition: FormDefinition, dossier: DossierView, before: RecordView<'plan'> | null, { today }: FormMoment, language: FormatLanguage): FormValues {
  const day = (value: string): string => formatDay(value, language);
  const always = { madeOn: day(today), nextReviewOn: day(addMonths(today as Day, monthsToReview)), isReview: before !== null, [formVersionKey]: definition.version };
  const known = before === null ? firstPlan(dossier) : { reviewedOn: day(today), ...ofPlan(before, dossier, today, day) };
  return { ...startValues(definition, { ...known, ...always }), [formVersionKey]: definition.version };
}

/** A plan that nobody agreed to yet, as it stands, to be changed. */
export function startOfChange(definition: FormDefinition, { groups: { facts, content, agreements } }: RecordView<'plan'>, language: FormatLanguage): FormValues {
  const day = (value: string | null | undefined): string => (value === null || value === undefined ? '' : formatDay(value, language));
  const known: FormValues = {
    ...(content === undefined ? {} : ofContent(content, day)),
    lookingBack: content?.lookingBack ?? '',
    madeOn: day(facts?.madeOn),
    nextReviewOn: day(facts?.nextReviewOn),
    reviewedOn: day(facts?.reviewedOn),
    agreements: (agreements?.items ?? []).map(({ id, what, owner, dueOn }) => ({ what, owner, dueOn: day(dueOn), [carriedKey]: id })),
  };
  return { ...startValues(definition, known), [formVersionKey]: definition.version };
}

function firstPlan(dossier: DossierView): FormValues {
  const { abilities, wishes } = dossier.candidate?.groups ?? {};
  return {
    ...instrumentsOfIntake(dossier),
    promisingBranches: wishes?.branches ?? [],
    possibilities: abilities?.can ?? '',
    limits: abilities?.limits ?? '',
    workObligation: 'volledig',
  };
}

/** What was decided in the talk as a next step is mostly an instrument of the plan. */
function instrumentsOfIntake(dossier: DossierView): FormValues {
  const decided = recordsOf(dossier, 'intake').flatMap(({ groups: { facts, decision } }) => (facts === undefined || decision === undefined ? [] : [{ heldOn: facts.heldOn, nextSteps: decision.nextSteps }]));
  const [last] = decided.toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1));
  const steps = new Set<string>(last?.nextSteps);
  return Object.fromEntries(instrumentKinds.map((kind) => [kind, planInstruments[kind].filter((instrument) => steps.has(instrument))]));
}

function ofPlan(before: RecordView<'plan'>, dossier: DossierView, today: string, day: (value: string) => string): FormValues {
  const { content } = before.groups;
  const open = agreementStates(before, recordsOf(dossier, 'planOutcome'), today).filter(({ outcome }) => outcome === null);
  const agreements = open.map(({ agreement: { id, what, owner, dueOn } }) => ({ what, owner, dueOn: day(dueOn), [carriedKey]: id }));
  return { ...(content === undefined ? {} : ofContent(content, day)), agreements };
}

function ofContent(content: PlanContent, day: (value: string) => string): FormValues {
  const { goal, ownPart, steps, promisingBranches, extraSupport, learningPotential, possibilities, limits, workObligation, exemptUntil, consequences } = content;
  return {
    ...Object.fromEntries(instrumentKinds.map((kind) => [kind, content[kind] ?? []])),
    goal, ownPart, steps: steps.map(({ step }) => ({ step })), promisingBranches, extraSupport, learningPotential, possibilities, limits, workObligation, consequences,
    exemptUntil: exemptUntil === null ? '' : day(exemptUntil),
  };
}
