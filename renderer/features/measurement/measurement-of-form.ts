import type { DossierView } from '#renderer/data/views.ts';
import { currentPlacement } from '#renderer/features/draft/current-placement.ts';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { findingsOf } from '#shared/domain/judge-measurement.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { MeasurementFinding } from '#shared/domain/loonwaarde/check-measurement.ts';
import type { TaskInput } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import { newestMethod, type LoonwaardeMethod } from '#shared/domain/loonwaarde/methods.ts';
import { measurementResult } from '#shared/domain/measurement-result.ts';
import type { Hoofdtaak, MeasurementFacts, MeasurementTasks } from '#shared/domain/records/measurement.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import type { FormReading, ItemAnswers } from '#shared/forms/read-form.ts';
import { groupsOfForm } from '#shared/forms/record-of-form.ts';
import type { Day } from '#shared/lib/calendar.ts';

/** What the record holds beside what is asked. */
export interface MeasurementFrame {
  readonly expertId: UserId;
  readonly employerId: RecordId | null;
  readonly birthDate: Day | null;
  readonly finalisedOn: Day;
}

export function measurementFrame({ userId }: Principal, dossier: DossierView, today: Day): MeasurementFrame {
  return {
    expertId: userId,
    employerId: currentPlacement(dossier, today)?.groups.facts?.employerId ?? null,
    birthDate: dossier.candidate?.groups.identity?.birthDate ?? null,
    finalisedOn: today,
  };
}

/** The method of every new measurement. @throws Error when the release has none: impossible */
export function currentMethod(): LoonwaardeMethod {
  const method = newestMethod('uniform-2021');
  if (method === undefined) throw new Error('currentMethod: uniform-2021 is gone');
  return method;
}

/** A hoofdtaak as it stands in the form: all its factors are there, readable or empty. */
export type TaskOfForm = Hoofdtaak & TaskInput;

/** The hoofdtaken as far as they can be read; what is missing is an empty text. */
export function tasksOf(reading: FormReading): readonly TaskOfForm[] {
  const items = (reading.answers['hoofdtaken'] ?? []) as readonly ItemAnswers[];
  return items.map((item) => Object.fromEntries(Object.entries(item).map(([field, answer]) => [field, answer ?? ''])) as unknown as TaskOfForm);
}

/** The method's own findings, also about a form that is half filled in. Paths are those of the record. */
export function findingsOfForm(reading: FormReading, method: LoonwaardeMethod = currentMethod()): readonly MeasurementFinding[] {
  const { contractHours, workingDaysPerWeek, regularPerformance } = reading.answers;
  return findingsOf(
    { contractHours: Number(contractHours ?? 0), workingDaysPerWeek: Number(workingDaysPerWeek ?? 0) },
    { method: method.name, methodVersion: method.version, regularPerformance: regularPerformance === true, hoofdtaken: [...tasksOf(reading)] },
  );
}

export interface MeasurementOfForm {
  readonly groups: Required<Groups<'measurement'>>;
  readonly violations: readonly Violation[];
}

/** The whole final measurement that a complete form makes, and what its rule has against it. */
export function measurementOf(definition: FormDefinition, reading: FormReading, { expertId, employerId, birthDate, finalisedOn }: MeasurementFrame): MeasurementOfForm {
  const written = groupsOfForm(definition, reading);
  const method = currentMethod();
  const facts = { ...written['facts'], form: { id: definition.id, version: definition.version }, expertId, employerId, birthDate } as unknown as MeasurementFacts;
  const tasks = { ...written['tasks'], method: method.name, methodVersion: method.version } as unknown as MeasurementTasks;
  // The judge looks at every field before anything is computed from it.
  const before = judgeRecord('measurement', { facts, tasks, views: written['views'] });
  const result = before.length > 0 ? null : measurementResult(facts, tasks, { finalisedOn, nextMeasurementOn: (written['result']?.['nextMeasurementOn'] ?? null) as Day | null, corrects: null });
  const groups = { facts, tasks, views: written['views'], result: result?.ok === true ? result.value : undefined } as unknown as Required<Groups<'measurement'>>;
  if (result === null) return { groups, violations: before };
  return { groups, violations: result.ok ? judgeRecord('measurement', groups) : result.problem };
}
