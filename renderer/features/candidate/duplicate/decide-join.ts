import type { Kept, UnlockedDevice } from '#renderer/data/device.ts';
import { recordsOf, type DossierView, type KeepProblem, type RecordView } from '#renderer/data/views.ts';
import type { Live, Loaded } from '#renderer/data/live.ts';
import { joinAddress } from '#shared/domain/candidate/join-id.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import type { JoinFacts } from '#shared/domain/records/join.ts';
import type { Outcome } from '#shared/lib/outcome.ts';

/**
 * Keeps a decision about two files, on what stands there about them now [JOIN1].
 * @param facts `kept` leads; with `separate` it does not matter which one is named first
 */
export async function decideJoin(device: UnlockedDevice, facts: JoinFacts): Promise<Outcome<Kept, KeepProblem>> {
  const { dossierId, recordId } = joinAddress(facts.kept, facts.joined);
  const file = await firstReady(device.dossier(dossierId));
  const now = file === null ? undefined : findJoin(file, facts.kept, facts.joined);
  const base = now?.changes['facts']?.base;
  return device.keepRecord({ dossierId, recordId, kind: 'join', groups: { facts }, draftId: null, bases: { facts: base ?? null } });
}

/** What was decided about these two, as far as it is in this file. */
export function findJoin(file: DossierView, one: DossierId, other: DossierId): RecordView<'join'> | undefined {
  const { recordId } = joinAddress(one, other);
  return recordsOf(file, 'join').find((record) => record.recordId === recordId);
}

function firstReady<Value>(live: Live<Loaded<Value>>): Promise<Value | null> {
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    const look = (): void => {
      const loaded = live.current();
      if (loaded.kind === 'loading') return;
      resolve(loaded.kind === 'ready' ? loaded.value : null);
      stop();
    };
    stop = live.subscribe(look);
    look();
  });
}
