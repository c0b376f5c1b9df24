import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { currentPlacement } from '#renderer/features/draft/current-placement.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { measurementFormV1 } from '#shared/forms/measurement.v1.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import { emptyItem, startValues } from '#shared/forms/read-form.ts';
import { fieldsOf } from '#shared/forms/form-definition.ts';

/** What is known already is not asked again: the running placement, the expert, and what an earlier measurement there said. */
export function startOfMeasurement(dossier: DossierView, principal: Principal, { today }: FormMoment, language: FormatLanguage): FormValues {
  const placement = currentPlacement(dossier, today)?.groups.facts;
  const earlier = dossier.measurements.map(({ groups }) => groups.facts).find((facts) => facts !== undefined && facts.employerName === placement?.employerName);
  const ownEarlier = dossier.measurements.map(({ groups }) => groups.facts).find((facts) => facts?.expertId === principal.userId);
  const number = (value: number | undefined): string => (value === undefined ? '' : language === 'nl' ? String(value).replace('.', ',') : String(value));
  return startValues(measurementFormV1, {
    visitedOn: formatDay(today, language),
    employerName: placement?.employerName ?? '',
    contactPerson: earlier?.contactPerson ?? '',
    contactEmail: earlier?.contactEmail ?? '',
    normFunction: earlier?.normFunction ?? '',
    functionPerformed: placement?.jobTitle ?? '',
    contractHours: number(placement?.hoursPerWeek),
    fullTimeHours: number(earlier?.fullTimeHours),
    workingDaysPerWeek: number(earlier?.workingDaysPerWeek),
    contractBeganOn: placement === undefined ? '' : formatDay(placement.beganOn, language),
    expertName: principal.displayName,
    expertPhone: ownEarlier?.expertPhone ?? '',
    hoofdtaken: [emptyTask()],
  });
}

/** One empty hoofdtaak stands ready: nobody has to ask for the first. */
function emptyTask(): FormValues {
  const list = fieldsOf(measurementFormV1).find(({ id }) => id === 'hoofdtaken');
  return list?.type === 'list' ? emptyItem(list) : {};
}
