import type { Connection, SyncStatus } from '#renderer/data/views.ts';

/** One part of the header's sentence: a key of the `sync` catalogue with what it needs. */
export type SyncPart =
  | { readonly key: 'header.problems' | 'header.unsent' | 'header.photos'; readonly count: number }
  | { readonly key: 'header.allSent' | 'header.sending' | 'header.fetching' | 'header.neverPulled' | 'header.unreachable' | 'header.signedOut' | 'header.otherUser' | 'header.tooOld' | 'header.withdrawn' }
  | { readonly key: 'header.progress'; readonly done: number; readonly total: number }
  | { readonly key: 'header.lastPull'; readonly atMs: number };

export interface SyncWords {
  /** What is true of the work on this device. */
  readonly work: readonly SyncPart[];
  /** What a person may want to know of the connection, or null. Being offline is no error. */
  readonly connection: SyncPart | null;
  /** A person must look, or must do something before work can be sent. */
  readonly needsPerson: boolean;
}

/**
 * The header's words, from the counted outbox alone. "Alles verstuurd" only when the device says so [VIEW3]; an empty
 * outbox by itself is no proof.
 */
export function syncWords(status: SyncStatus): SyncWords {
  const work: SyncPart[] = [];
  if (status.problemCount > 0) work.push({ key: 'header.problems', count: status.problemCount });
  if (status.unsentCount > 0) work.push({ key: 'header.unsent', count: status.unsentCount });
  // Mostly a photo is counted with its record; here the record is there, and the server lost the photo.
  if (status.attachmentsLeft > 0 && status.unsentCount === 0 && status.problemCount === 0) work.push({ key: 'header.photos', count: status.attachmentsLeft });
  if (status.allSent && status.problemCount === 0 && status.unsentCount === 0) work.push({ key: 'header.allSent' });
  work.push(status.lastPullAtMs === null ? { key: 'header.neverPulled' } : { key: 'header.lastPull', atMs: status.lastPullAtMs });
  return { work, connection: connectionPart(status), needsPerson: status.problemCount > 0 || asksForPerson.has(status.connection) };
}

const asksForPerson: ReadonlySet<Connection> = new Set(['signed-out', 'other-user', 'too-old', 'withdrawn']);

function connectionPart(status: SyncStatus): SyncPart | null {
  switch (status.connection) {
    case 'unreachable':
      return { key: 'header.unreachable' };
    case 'signed-out':
      return { key: 'header.signedOut' };
    case 'other-user':
      return { key: 'header.otherUser' };
    case 'too-old':
      return { key: 'header.tooOld' };
    case 'withdrawn':
      return { key: 'header.withdrawn' };
    case 'unknown':
    case 'connected':
      if (status.phase === 'sending') return { key: 'header.sending' };
      if (status.progress !== null && status.progress.total > 0) return { key: 'header.progress', done: status.progress.done, total: status.progress.total };
      return status.phase === 'fetching' ? { key: 'header.fetching' } : null;
  }
}
