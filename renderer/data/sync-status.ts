import { liveQuery } from 'dexie';
import type { SyncReport } from './sync-report.ts';
import type { Live } from './live.ts';
import { liveValue } from './queries/live-of.ts';
import type { UserDatabase } from './db/user-database.ts';
import type { SyncStatus } from './views.ts';

const nothingYet: SyncStatus & { readonly digestAgrees: boolean | null } = { digestAgrees: null, phase: 'idle', connection: 'unknown', unsentCount: 0, problemCount: 0, attachmentsLeft: 0, lastPullAtMs: null, progress: null, allSent: false };

/** The header's truth: counts from the outbox, the time from the stored position, the phase from the sync loop. */
export function openSyncStatus(database: UserDatabase): { readonly live: Live<SyncStatus>; hear(report: SyncReport): void; close(): void } {
  const live = liveValue(nothingYet);
  const change = (part: Partial<typeof nothingYet>) => {
    const next = { ...live.current(), ...part };
    // [VIEW3] An entry leaves the outbox only by its pulled outcome, so an empty outbox after a whole pull is the proof.
    live.set({ ...next, allSent: next.unsentCount === 0 && next.problemCount === 0 && next.attachmentsLeft === 0 && next.lastPullAtMs !== null && next.digestAgrees !== false });
  };
  const stored = liveQuery(async () => {
    const [waiting, problems, attachmentsLeft, position] = await Promise.all([
      database.outbox.where('state').anyOf('waiting', 'received').count(),
      database.outbox.where('state').anyOf('refused', 'conflict').count(),
      database.attachments.where('state').anyOf('kept', 'refused', 'damaged').count(),
      database.position.get('position'),
    ]);
    return { unsentCount: waiting, problemCount: problems, attachmentsLeft, lastPullAtMs: position?.lastPullAtMs ?? null, digestAgrees: position?.digestAgrees ?? null };
  }).subscribe({ next: change, error: () => change({ connection: 'unknown' }) });
  return { live, hear: (report) => change(report), close: () => stored.unsubscribe() };
}
