import { inNotation } from '#renderer/components/form/normalise.ts';
import type { FormatLanguage } from '#renderer/components/format.ts';
import type { FormFinding } from '#renderer/components/form/use-record-form.ts';
import type { DossierView, EmployerLine, RecordView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { FormDefinition, FormField, FormValues } from '#shared/forms/form-definition.ts';
import { placementFormV1 } from '#shared/forms/placement.v1.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';
import { valuesOfGroups } from '#shared/forms/values-of-groups.ts';

export type EmployerChoice = Pick<EmployerLine, 'recordId' | 'name' | 'place'>;

/** The placement that is changed, when there is one: its draft has its id. */
export function placementOf(dossier: DossierView, draftId: string): RecordView<'placement'> | null {
  return dossier.placements.find(({ recordId }) => recordId === draftId) ?? null;
}

/** Whom one can choose: the region's employers, and where somebody works already, also when that file is not on this device. */
export function employersToChoose(employers: readonly EmployerChoice[], known: PlacementFacts | undefined): readonly EmployerChoice[] {
  if (known === undefined || employers.some(({ recordId }) => recordId === known.employerId)) return employers;
  return [{ recordId: known.employerId, name: known.employerName, place: '' }, ...employers];
}

/** The form with these employers to choose from. */
export function placementFormWith(employers: readonly EmployerChoice[]): FormDefinition {
  const isEmployer = (field: FormField): boolean => field.id === 'employerId';
  const names = Object.fromEntries(employers.map(({ recordId, name, place }) => [`employerId.${recordId}`, place === '' ? name : `${name}, ${place}`]));
  return {
    ...placementFormV1,
    sections: placementFormV1.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => (isEmployer(field) && field.type === 'choice' ? { ...field, choices: employers.map(({ recordId }) => recordId) } : field)),
    })),
    texts: { nl: { ...placementFormV1.texts.nl, ...names }, en: { ...placementFormV1.texts.en, ...names } },
  };
}

/** Begins with what stands there, or with what is so for most. */
export function startOfPlacement(definition: FormDefinition, known: RecordView<'placement'> | null, language: FormatLanguage): FormValues {
  if (known?.groups.facts === undefined) return startValues(definition, { benefitExit: 'geen' });
  return startValues(definition, valuesOfGroups(definition, known.groups, (field, answer) => inNotation(field, answer, language)));
}

/** The record as the form says it, laid over what stands there, and what its rule has against it. */
export function placementGroups(
  definition: FormDefinition,
  reading: FormReading,
  known: PlacementFacts | undefined,
  employers: readonly EmployerChoice[],
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
  const violations = reading.violations.length > 0 ? [] : judgeRecord('placement', { facts });
  return { groups: { facts }, findings: violations.map((violation) => ({ ...violation, path: formPathOf(definition, reading, violation.path) ?? [] })) };
}

/** Whether this person works at that employer today, in another placement than the one that is changed. */
export function runsAlready(dossier: DossierView, employerId: string, apartFrom: RecordId | null, today: string): boolean {
  return dossier.placements.some(({ recordId, groups: { facts } }) => recordId !== apartFrom && facts !== undefined && facts.employerId === employerId && (facts.endedOn === null || facts.endedOn >= today));
}
