import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { recordsOf } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { BaseReference } from '#shared/sync/operation.ts';

/** What a draft about a trajectory was begun on: which one, if any, and which state of it was on the screen. */
export interface CoachingBegun {
  readonly coachingId: RecordId | null;
  readonly base: BaseReference;
}

export function coachingBegun(coaching: RecordView<'coaching'> | null): CoachingBegun {
  return { coachingId: coaching?.recordId ?? null, base: coaching?.changes['facts']?.base ?? null };
}

/** The trajectory that it was begun on, as it stands now. */
export function coachingOf(dossier: DossierView, { coachingId }: CoachingBegun): RecordView<'coaching'> | null {
  return recordsOf(dossier, 'coaching').find(({ recordId }) => recordId === coachingId) ?? null;
}

/** Where the change goes and what it stands on: what a colleague wrote meanwhile is asked about, never written over. */
export function changeOf({ coachingId, base }: CoachingBegun): { readonly recordId: RecordId | null; readonly bases?: Readonly<Record<string, BaseReference>> } {
  return coachingId === null ? { recordId: null } : { recordId: coachingId, bases: { facts: base } };
}
