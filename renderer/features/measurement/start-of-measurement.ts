import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { currentPlacement } from '#renderer/features/draft/current-placement.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { MeasurementFacts, MeasurementTasks } from '#shared/domain/records/measurement.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { fieldsOf, type FormDefinition, type FormValues } from '#shared/forms/form-definition.ts';
import { measurementFormV2 } from '#shared/forms/measurement.v2.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import { emptyItem, startValues } from '#shared/forms/read-form.ts';

/** What is known already is not asked again: the running placement, the expert, and what an earlier measurement there said. */
export function startOfMeasurement(dossier: DossierView, principal: Principal, { today }: FormMoment, language: FormatLanguage): FormValues {
  const placement = currentPlacement(dossier, today)?.groups.facts;
  const earlier = dossier.measurements.map(({ groups }) => groups.facts).find((facts) => facts !== undefined && facts.employerName === placement?.employerName);
  const ownEarlier = dossier.measurements.map(({ groups }) => groups.facts).find((facts) => facts?.expertId === principal.userId);
  return startValues(measurementFormV2, {
    occasion: 'new-measurement',
    visitedOn: formatDay(today, language),
    employerName: placement?.employerName ?? '',
    contactPerson: earlier?.contactPerson ?? '',
    contactEmail: earlier?.contactEmail ?? '',
    normFunction: earlier?.normFunction ?? '',
    functionPerformed: placement?.jobTitle ?? '',
    contractHours: decimalText(placement?.hoursPerWeek, language),
    fullTimeHours: decimalText(earlier?.fullTimeHours, language),
    workingDaysPerWeek: decimalText(earlier?.workingDaysPerWeek, language),
    contractBeganOn: placement === undefined ? '' : formatDay(placement.beganOn, language),
    expertName: principal.displayName,
    expertPhone: ownEarlier?.expertPhone ?? '',
    hoofdtaken: [emptyTask(measurementFormV2)],
  });
}

/**
 * Everything as the measurement says that is to be corrected: only what was wrong is typed again.
 * @param alsoReplaces what stands beside it now; what arrives after the draft was begun was not seen, so it is not replaced by it
 */
export function startOfCorrection({ recordId, groups: { facts, tasks, views, result } }: RecordView<'measurement'>, principal: Principal, language: FormatLanguage, alsoReplaces: readonly RecordId[] = []): FormValues {
  const day = (value: string | null | undefined): string => (value === null || value === undefined ? '' : formatDay(value, language));
  const values = startValues(measurementFormV2, {
    ...(facts === undefined ? {} : factsAsTyped(facts, language)),
    // Who corrects another's measurement answers for it.
    ...(facts?.expertId === principal.userId ? {} : { expertName: principal.displayName, expertPhone: '' }),
    regularPerformance: tasks?.regularPerformance ?? false,
    hoofdtaken: tasks === undefined ? [] : tasksAsTyped(tasks, language),
    employeeView: views?.employee ?? '',
    employerView: views?.employer ?? '',
    nextMeasurementOn: day(result?.nextMeasurementOn),
  });
  // In the draft, so that a restart still knows what is being corrected.
  return { ...values, corrects: recordId, alsoReplaces };
}

function factsAsTyped(facts: MeasurementFacts, language: FormatLanguage): FormValues {
  return {
    occasion: facts.occasion ?? 'new-measurement',
    occasionReason: facts.occasionReason ?? '',
    visitedOn: formatDay(facts.visitedOn, language),
    employerName: facts.employerName,
    contactPerson: facts.contactPerson,
    contactEmail: facts.contactEmail,
    employerInterviewee: facts.employerInterviewee,
    normFunction: facts.normFunction,
    functionPerformed: facts.functionPerformed,
    contractHours: decimalText(facts.contractHours, language),
    fullTimeHours: decimalText(facts.fullTimeHours, language),
    workingDaysPerWeek: decimalText(facts.workingDaysPerWeek, language),
    contractBeganOn: formatDay(facts.contractBeganOn, language),
    functieloon: decimalText(facts.functieloon, language),
    nextOccasion: facts.nextOccasion ?? '',
    nextReason: facts.nextReason ?? '',
    expertName: facts.expertName,
    expertPhone: facts.expertPhone,
  };
}

/** The hoofdtaken of a measurement as they stand in a form. */
export function tasksAsTyped({ hoofdtaken }: MeasurementTasks, language: FormatLanguage): readonly FormValues[] {
  return hoofdtaken.map((task) => ({
    ...emptyTask(measurementFormV2),
    name: task.name,
    aandeel: decimalText(task.aandeel, language),
    tempo: decimalText(task.tempo, language),
    kwaliteit: decimalText(task.kwaliteit, language),
    nettoWerktijd: decimalText(task.nettoWerktijd, language),
    tempoExplanation: task.tempoExplanation,
    kwaliteitExplanation: task.kwaliteitExplanation,
    nettoWerktijdExplanation: task.nettoWerktijdExplanation ?? '',
    countedOnce: task['countedOnce'] === true,
  }));
}

function decimalText(value: number | string | null | undefined, language: FormatLanguage): string {
  if (value === undefined || value === null) return '';
  return language === 'nl' ? String(value).replace('.', ',') : String(value);
}

/** One empty hoofdtaak stands ready: nobody has to ask for the first. */
export function emptyTask(definition: FormDefinition): FormValues {
  const list = fieldsOf(definition).find(({ id }) => id === 'hoofdtaken');
  return list?.type === 'list' ? emptyItem(list) : {};
}
