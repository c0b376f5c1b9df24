import type { DossierView } from '#renderer/data/views.ts';
import { currentPlacement } from '#renderer/features/draft/current-placement.ts';
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
  readonly heldBy: UserId;
  readonly placementId: RecordId | null;
}

/** @param today 'YYYY-MM-DD' */
export function visitFrame({ userId }: Principal, dossier: DossierView, today: string): VisitFrame {
  return { heldBy: userId, placementId: currentPlacement(dossier, today)?.recordId ?? null };
}

/** The record of a visit as the form says it, and what its rule has against it. */
export function visitOf(definition: FormDefinition, reading: FormReading, frame: VisitFrame): { readonly groups: Required<Groups<'visit'>>; readonly violations: readonly Violation[] } {
  const { facts, note } = groupsOfForm(definition, reading);
  const groups = {
    facts: { ...facts, ...frame },
    note: { ...note, form: { id: definition.id, version: definition.version } },
  };
  // The judge looks at every field: what it lets through is a visit.
  return { groups: groups as unknown as Required<Groups<'visit'>>, violations: judgeRecord('visit', groups) };
}
