import { liveQuery } from 'dexie';
import type { PositionRow, UserDatabase } from './db/user-database.ts';
import type { SyncReport } from './sync-report.ts';
import type { Live } from './live.ts';
import { liveValue } from './queries/live-of.ts';
import type { SyncStatus } from './views.ts';

const nothingYet: SyncStatus = { phase: 'idle', connection: 'unknown', unsentCount: 0, problemCount: 0, attachmentsLeft: 0, lastPullAtMs: null, isReadable: true, progress: null, allSent: false };

/**
 * Whether "Alles verstuurd" may be said [VIEW3]. An entry leaves the outbox only by its pulled outcome, so an empty outbox
 * after a whole pull is the proof; unless what is here differs from the server [DIG2], or the server was restored and
 * has not been offered what it may have lost [JRN10].
 * @param left operations that wait, that a person must look at, and content of attachments that is not on the server [count]
 */
export function everythingIsSent(left: Pick<SyncStatus, 'unsentCount' | 'problemCount' | 'attachmentsLeft'>, position: Pick<PositionRow, 'lastPullAtMs' | 'digestAgrees' | 'epoch' | 'journalEpoch'> | undefined): boolean {
  if (position === undefined || position.lastPullAtMs === null) return false;
  return left.unsentCount === 0 && left.problemCount === 0 && left.attachmentsLeft === 0 && position.digestAgrees === true && position.journalEpoch === position.epoch;
}

/** The header's truth: counts from the outbox, the time from the stored position, the phase from the sync loop. */
export function openSyncStatus(database: UserDatabase): { readonly live: Live<SyncStatus>; hear(report: SyncReport): void; close(): void } {
  const live = liveValue(nothingYet);
  const change = (part: Partial<SyncStatus>) => live.set({ ...live.current(), ...part });
  /** What cannot be read cannot be called sent. */
  const cannotRead = () => change({ connection: 'unknown', isReadable: false, allSent: false });
  const stored = liveQuery(async () => {
    const [unsentCount, problems, attachmentsLeft, position, doubts, places] = await Promise.all([
      database.outbox.where('state').anyOf('waiting', 'received').count(),
      database.outbox.where('state').anyOf('refused', 'conflict').count(),
      database.attachments.where('state').anyOf('kept', 'refused', 'damaged').count(),
      database.position.get('position'),
      database.doubts.where('isSeen').equals(0).count(),
      database.journalPlaces.toArray(),
    ]);
    const left = { unsentCount, problemCount: problems + doubts, attachmentsLeft };
    // Another window's lines count too, until it has offered them [JRN10].
    const isBehind = places.some(({ epoch }) => epoch !== (position?.epoch ?? null));
    return { ...left, lastPullAtMs: position?.lastPullAtMs ?? null, isReadable: true, allSent: !isBehind && everythingIsSent(left, position) };
  }).subscribe({ next: change, error: cannotRead });
  database.on('close', cannotRead);
  return {
    live,
    hear: (report) => change(report),
    close() {
      database.on.close.unsubscribe(cannotRead);
      stored.unsubscribe();
    },
  };
}
