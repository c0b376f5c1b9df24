import { inNotation } from '#renderer/components/form/normalise.ts';
import type { FormatLanguage } from '#renderer/components/format.ts';
import type { FormFinding } from '#renderer/components/form/use-record-form.ts';
import type { DossierView, EmployerLine, RecordView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import { judgeTrial } from '#shared/domain/placement/trial-limits.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { FormDefinition, FormField, FormValues } from '#shared/forms/form-definition.ts';
import { placementFormV2 } from '#shared/forms/placement.v2.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { isLongTrial } from './trial-warnings.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';
import { valuesOfGroups } from '#shared/forms/values-of-groups.ts';

export type EmployerChoice = Pick<EmployerLine, 'recordId' | 'name' | 'place'> & Partial<Pick<EmployerLine, 'people'>>;

/** The placement that is changed, when there is one: its draft has its id. */
export function placementOf(dossier: DossierView, draftId: string): RecordView<'placement'> | null {
  return dossier.placements.find(({ recordId }) => recordId === draftId) ?? null;
}

/** Whom one can choose: the region's employers, and where somebody works already, also when that file is not on this device. */
export function employersToChoose(employers: readonly EmployerChoice[], known: PlacementFacts | undefined): readonly EmployerChoice[] {
  if (known === undefined || employers.some(({ recordId }) => recordId === known.employerId)) return employers;
  return [{ recordId: known.employerId, name: known.employerName, place: '' }, ...employers];
}

/**
 * The form with these employers to choose from. A trial that was written down before its end was asked for can be changed and ended
 * without one: nobody agreed it.
 */
export function placementFormWith(employers: readonly EmployerChoice[], known?: PlacementFacts): FormDefinition {
  const wasNeverAgreed = known?.form === 'proefplaatsing' && (known.trialThrough ?? null) === null;
  const ofThisOne = (field: FormField): FormField => {
    if (field.id === 'employerId' && field.type === 'choice') return { ...field, choices: employers.map(({ recordId }) => recordId) };
    return field.id === 'trialThrough' && wasNeverAgreed ? { ...field, required: false } : field;
  };
  const names = Object.fromEntries(employers.map(({ recordId, name, place }) => [`employerId.${recordId}`, place === '' ? name : `${name}, ${place}`]));
  return {
    ...placementFormV2,
    sections: placementFormV2.sections.map((section) => ({
      ...section,
      fields: section.fields.map(ofThisOne),
    })),
    texts: { nl: { ...placementFormV2.texts.nl, ...names }, en: { ...placementFormV2.texts.en, ...names } },
  };
}

/** Begins with what stands there, or with what is so for most and what the file says. @param after what a new one begins with */
export function startOfPlacement(definition: FormDefinition, known: RecordView<'placement'> | null, language: FormatLanguage, after: FormValues = {}): FormValues {
  if (known?.groups.facts === undefined) return startValues(definition, { benefitExit: 'geen', ...after });
  return startValues(definition, valuesOfGroups(definition, known.groups, (field, answer) => inNotation(field, answer, language)));
}

/** This person's other placements at one employer. */
export function othersAt(dossier: DossierView, employerId: string, apartFrom: RecordId | null): readonly PlacementFacts[] {
  return dossier.placements.flatMap(({ recordId, groups: { facts } }) => (recordId === apartFrom || facts === undefined || facts.employerId !== employerId ? [] : [facts]));
}

/**
 * The record as the form says it, laid over what stands there, and what its rule has against it.
 * @param othersOf this person's other placements at an employer: trials there count together
 */
export function placementGroups(
  definition: FormDefinition,
  reading: FormReading,
  known: PlacementFacts | undefined,
  employers: readonly EmployerChoice[],
  othersOf: (employerId: string) => readonly PlacementFacts[] = () => [],
): { readonly groups: { readonly facts: PlacementFacts }; readonly findings: readonly FormFinding[] } {
  const written = groupsOfForm(definition, reading)['facts'] ?? {};
  const employer = employers.find(({ recordId }) => recordId === written['employerId']);
  const facts = {
    ...known,
    ...written,
    employerName: employer?.name ?? '',
    // A work place belongs to an employer: elsewhere it is another one.
    workPlaceId: written['employerId'] === known?.employerId ? (known?.workPlaceId ?? null) : null,
    // Without an end there is no reason of it.
    endReason: written['endedOn'] === null ? null : written['endReason'],
  } as unknown as PlacementFacts;
  // Of a trial that takes no longer than usual there is no reason, and of other work there is no trial.
  if (facts.form !== 'proefplaatsing') for (const field of ['trialThrough', 'trialReason', 'trialConditions'] as const) delete facts[field];
  else if (!isLongTrial(facts)) facts.trialReason = null;
  const record = judgeRecord('placement', { facts });
  // A trial that stands as it did is judged no more: whoever ends it must not be kept from that by what was agreed before.
  const isAsItWas = known !== undefined && (['form', 'employerId', 'beganOn', 'trialThrough'] as const).every((field) => (facts[field] ?? null) === (known[field] ?? null));
  const violations = reading.violations.length > 0 ? [] : record.length > 0 || isAsItWas ? record : judgeTrial(facts, othersOf(facts.employerId));
  return { groups: { facts }, findings: violations.map((violation) => ({ ...violation, path: formPathOf(definition, reading, violation.path) ?? [] })) };
}

/** Whether this person works at that employer today, in another placement than the one that is changed. */
export function runsAlready(dossier: DossierView, employerId: string, apartFrom: RecordId | null, today: string): boolean {
  return dossier.placements.some(({ recordId, groups: { facts } }) => recordId !== apartFrom && facts !== undefined && facts.employerId === employerId && (facts.endedOn === null || facts.endedOn >= today));
}
