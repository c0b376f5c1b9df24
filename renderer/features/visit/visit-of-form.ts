import type { DossierView } from '#renderer/data/views.ts';
import { currentPlacement } from '#renderer/features/draft/current-placement.ts';
import { agreementId } from '#shared/domain/coaching/open-agreements.ts';
import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { groupsOfForm } from '#shared/forms/record-of-form.ts';

/** What the record holds beside what is asked. */
export interface VisitFrame {
  /** What the visit will be called; what is agreed at it is called after it. */
  readonly visitId: RecordId;
  readonly heldBy: UserId;
  readonly placementId: RecordId | null;
  /** Of a visit to several people: what ties their records, among how many, and this one's share. */
  readonly shared?: SharedVisit;
}

export interface SharedVisit {
  readonly sharedVisitId: RecordId;
  /** [count] */
  readonly participants: number;
  /** [min] */
  readonly candidateMinutes: number;
  readonly candidateTravelMinutes: number;
  readonly candidateTravelMetres: number;
}

/**
 * @param heldOn 'YYYY-MM-DD': the placement of that day is the one that was visited, whichever runs when it is written down
 * @param visitId the id that the draft's record will have
 */
export function visitFrame({ userId }: Principal, dossier: DossierView, heldOn: string, visitId: RecordId): VisitFrame {
  return { visitId, heldBy: userId, placementId: currentPlacement(dossier, heldOn)?.recordId ?? null };
}

/** The day of the visit as far as the form says it. @param today 'YYYY-MM-DD' */
export function dayOfVisit({ answers }: FormReading, today: string): string {
  return typeof answers['heldOn'] === 'string' ? answers['heldOn'] : today;
}

/** The record of a visit as the form says it, and what its rule has against it. */
export function visitOf(definition: FormDefinition, reading: FormReading, frame: VisitFrame): { readonly groups: Required<Groups<'visit'>>; readonly violations: readonly Violation[] } {
  const { facts, note } = groupsOfForm(definition, reading);
  const { shared, visitId, ...alone } = frame;
  const journey = { candidateTravelMinutes: facts?.['travelMinutes'] ?? null, candidateTravelMetres: facts?.['travelMetres'] ?? null };
  const groups = {
    // Who was visited alone had the whole of the journey.
    facts: { ...facts, ...alone, sharedVisitId: null, participants: 1, ...journey, ...(shared === undefined ? {} : sharesOf(shared, journey)) },
    note: { ...note, agreements: agreementsOf(note?.['agreements'], visitId), form: { id: definition.id, version: definition.version } },
  };
  // The judge looks at every field: what it lets through is a visit.
  return { groups: groups as unknown as Required<Groups<'visit'>>, violations: judgeRecord('visit', groups) };
}

/** A share of a journey that was not asked is not known either. */
function sharesOf(shared: SharedVisit, journey: { readonly candidateTravelMinutes: unknown; readonly candidateTravelMetres: unknown }): Readonly<Record<string, unknown>> {
  return {
    ...shared,
    candidateTravelMinutes: journey.candidateTravelMinutes === null ? null : shared.candidateTravelMinutes,
    candidateTravelMetres: journey.candidateTravelMetres === null ? null : shared.candidateTravelMetres,
  };
}

/** What was agreed just now is open, and is called after this visit; what is carried on keeps what it is called. */
function agreementsOf(answers: unknown, visitId: RecordId): readonly unknown[] {
  if (!Array.isArray(answers)) return [];
  return (answers as readonly { readonly outcome?: unknown; readonly id?: unknown }[]).map((agreement, index) => ({ ...agreement, id: agreement.id === '' || agreement.id === undefined ? agreementId(visitId, index) : agreement.id, outcome: agreement.outcome ?? 'open' }));
}
