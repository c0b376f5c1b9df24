import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { recordsOf } from '#renderer/data/views.ts';
import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import type { UserId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { Violation } from '#shared/domain/violation.ts';
import { appointmentFormV1 } from '#shared/forms/appointment.v1.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { groupsOfForm } from '#shared/forms/record-of-form.ts';

/** The appointment that is moved, when there is one: its draft has its id. */
export function appointmentOf(dossier: DossierView, draftId: string): RecordView<'appointment'> | null {
  return recordsOf(dossier, 'appointment').find((record) => record.recordId === draftId) ?? null;
}

/** Begins with what stands in the agenda, or with the day that the last visit named. */
export function startOfAppointment(dossier: DossierView, known: RecordView<'appointment'> | null, language: FormatLanguage): FormValues {
  const facts = known?.groups.facts;
  if (facts === undefined) {
    const next = dossier.visits[0]?.groups.facts?.nextContactOn ?? null;
    return startValues(appointmentFormV1, { durationMinutes: '60', ...(next === null ? {} : { plannedOn: formatDay(next, language) }) });
  }
  return startValues(appointmentFormV1, {
    plannedOn: formatDay(facts.plannedOn, language),
    beginsAt: facts.beginsAt ?? '',
    durationMinutes: String(facts.durationMinutes),
    about: facts.about,
    location: facts.location,
    remark: known?.groups.note?.remark ?? '',
  });
}

/** The record as the form says it, and what its rule has against it. @param withUser whose agenda it stands in */
export function appointmentGroups(reading: FormReading, withUser: UserId): { readonly groups: Required<Groups<'appointment'>>; readonly violations: readonly Violation[] } {
  const { facts, note } = groupsOfForm(appointmentFormV1, reading);
  const groups = { facts: { ...facts, withUser, state: 'gepland' }, note: { ...note } };
  // The judge looks at every field: what it lets through is an appointment.
  return { groups: groups as unknown as Required<Groups<'appointment'>>, violations: judgeRecord('appointment', groups) };
}
