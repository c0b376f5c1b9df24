import type { DossierView } from '#renderer/data/views.ts';
import { currentPlacement } from '#renderer/features/draft/current-placement.ts';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { findingsOf } from '#shared/domain/judge-measurement.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { LksParameters } from '#shared/domain/loonkostensubsidie/lks-parameters.ts';
import type { MeasurementFinding } from '#shared/domain/loonwaarde/check-measurement.ts';
import type { TaskInput } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import { newestMethod, type LoonwaardeMethod, type LoonwaardeMethodName } from '#shared/domain/loonwaarde/methods.ts';
import { asksFunctieloon, currentLksParameters, measurementResult, withLksParameters } from '#shared/domain/measurement-result.ts';
import type { Hoofdtaak, MeasurementFacts, MeasurementTasks } from '#shared/domain/records/measurement.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import type { FormReading, ItemAnswers } from '#shared/forms/read-form.ts';
import { groupsOfForm } from '#shared/forms/record-of-form.ts';
import { isDay, type Day } from '#shared/lib/calendar.ts';
import { parseDutchDecimal } from '#shared/lib/percentage.ts';
import { confirmable } from './earlier-measurements.ts';

/** What the record holds beside what is asked. */
export interface MeasurementFrame {
  readonly expertId: UserId;
  /** Of the placement on the day of the visit, whichever runs when it is written down. */
  readonly employerId: RecordId | null;
  readonly birthDate: Day | null;
  readonly finalisedOn: Day;
  readonly method: LoonwaardeMethod;
  /** The figures to calculate the subsidy with. */
  readonly parameters: LksParameters;
  /** Of the expert on the day of the visit. */
  readonly certificate: { readonly number: string; readonly validThrough: Day } | null;
  /** The measurement that this one takes the place of. */
  readonly corrects: RecordId | null;
  /** What stood beside that one: corrections that were made apart become one. */
  readonly alsoReplaces: readonly RecordId[];
  /** The measurement that a short contact would confirm, and what it found. */
  readonly confirms: { readonly recordId: RecordId; readonly loonwaarde: number } | null;
}

export type FramePart = Partial<Pick<MeasurementFrame, 'method' | 'parameters' | 'certificate' | 'corrects' | 'alsoReplaces'>>;

/** The day of the visit as far as the form says it. @returns null while it cannot be read */
export function dayOfVisit({ answers: { visitedOn } }: FormReading): Day | null {
  return isDayText(visitedOn) ? visitedOn : null;
}

/** @param visitedOn the day of the visit, or null while it cannot be read: then today decides */
export function measurementFrame({ userId }: Principal, dossier: DossierView, today: Day, visitedOn: Day | null, part: FramePart = {}): MeasurementFrame {
  const { method = methodOf('uniform-2021'), parameters = currentLksParameters, certificate = null, corrects = null, alsoReplaces = [] } = part;
  const earlier = confirmable(dossier, corrects === null ? [] : [corrects, ...alsoReplaces], visitedOn);
  const result = earlier?.groups.result;
  return {
    expertId: userId,
    employerId: currentPlacement(dossier, visitedOn ?? today)?.groups.facts?.employerId ?? null,
    birthDate: dossier.candidate?.groups.identity?.birthDate ?? null,
    finalisedOn: today,
    method,
    parameters,
    certificate,
    corrects,
    alsoReplaces,
    confirms: earlier === null || result === undefined ? null : { recordId: earlier.recordId, loonwaarde: result.loonwaarde },
  };
}

/** The newest version of a method. @throws Error when the release has none: impossible */
export function methodOf(name: LoonwaardeMethodName): LoonwaardeMethod {
  const method = newestMethod(name);
  if (method === undefined) throw new Error(`methodOf: ${name} is gone`);
  return method;
}

/** The method of every new measurement. */
export function currentMethod(): LoonwaardeMethod {
  return methodOf('uniform-2021');
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

/** The wage of the function as it is kept: only where it is asked. What cannot be read stays, for the rule to refuse. @returns null: none */
export function functieloonOf({ answers }: FormReading, parameters: LksParameters): string | null {
  const { functieloon, visitedOn, contractBeganOn } = answers;
  if (typeof functieloon !== 'string' || functieloon.trim() === '' || !isDayText(visitedOn) || !isDayText(contractBeganOn)) return null;
  if (!asksFunctieloon({ visitedOn, contractBeganOn }, parameters)) return null;
  const read = parseDutchDecimal(functieloon, 2);
  return read.ok ? read.value : functieloon;
}

const isDayText = (value: unknown): value is Day => typeof value === 'string' && isDay(value);

export interface MeasurementOfForm {
  readonly groups: Required<Groups<'measurement'>>;
  readonly violations: readonly Violation[];
}

/** The whole final measurement that a complete form makes, and what its rule has against it. */
export function measurementOf(definition: FormDefinition, reading: FormReading, frame: MeasurementFrame): MeasurementOfForm {
  const { expertId, employerId, birthDate, method, parameters, certificate, corrects, alsoReplaces, confirms } = frame;
  const written = groupsOfForm(definition, reading);
  const isShort = written['facts']?.['occasion'] === 'short-contact';
  const own = {
    ...notAsked,
    ...written['facts'],
    form: { id: definition.id, version: definition.version },
    expertId,
    employerId,
    birthDate,
    certificate: certificate === null ? null : { number: certificate.number, validThrough: certificate.validThrough },
    basedOn: isShort ? (confirms?.recordId ?? null) : null,
    functieloon: functieloonOf(reading, parameters),
    ...reported(reading),
  } as unknown as MeasurementFacts;
  const tasks = { regularPerformance: false, ...written['tasks'], method: method.name, methodVersion: method.version } as unknown as MeasurementTasks;
  // The judge looks at every field before anything is computed from it.
  const before = judgeRecord('measurement', without({ facts: own, tasks, views: written['views'] }));
  if (before.length > 0) return { groups: { facts: own, tasks, views: written['views'], result: undefined } as unknown as Required<Groups<'measurement'>>, violations: before };
  const facts = withLksParameters(own, parameters);
  const finalised = reading.answers['finalisedOn'];
  const finalisedOn = isDayText(finalised) ? finalised : frame.finalisedOn;
  const result = measurementResult(facts, tasks, { finalisedOn, nextMeasurementOn: (written['result']?.['nextMeasurementOn'] ?? null) as Day | null, corrects, alsoReplaces }, parameters);
  const groups = without({ facts, tasks, views: written['views'], result: result.ok ? result.value : undefined }) as unknown as Required<Groups<'measurement'>>;
  return { groups, violations: result.ok ? judgeRecord('measurement', groups) : result.problem };
}

/** What a form of older files does not ask; the record has a place for it all the same. */
const notAsked = { contactEmail: '', employerInterviewee: '', expertPhone: '' };

/** An older file has no views: a group that is not there must not stand there as nothing. */
function without(groups: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(groups).filter(([name, data]) => data !== undefined || name !== 'views'));
}

/** What the old report says, for a measurement that is taken over; a fraction of a per cent is refused by the record's rule. */
function reported({ answers }: FormReading): { readonly reportedLoonwaarde?: number } {
  const typed = answers['reportedLoonwaarde'];
  return typeof typed === 'string' && typed !== '' ? { reportedLoonwaarde: Number(typed) } : {};
}
