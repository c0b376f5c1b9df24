import type { Cipher } from '../db/cipher.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { UnsentItem } from '../views.ts';
import { statusOf, type PendingOperation } from './fold-dossier.ts';
import { goesOver } from './goes-over.ts';
import { openOutbox } from './open-outbox.ts';

/** Everything that is not settled yet, oldest first: what waits, and what a person must look at. */
export async function readUnsent(database: UserDatabase, cipher: Cipher, nameOf: (dossierId: UnsentItem['dossierId']) => string): Promise<readonly UnsentItem[]> {
  const [rows, contents] = await database.transaction('r', [database.outbox, database.attachments], () =>
    Promise.all([database.outbox.orderBy('order').toArray(), database.attachments.toCollection().primaryKeys()]),
  );
  const pending = await openOutbox(cipher, rows);
  const here = new Set<string>(contents);
  const opened = new Set(pending.map((entry) => entry.operation.opId));
  // What does not open is listed all the same, from what is readable of it.
  const damaged = rows
    .filter((row) => !opened.has(row.opId))
    .map(({ opId, dossierId, recordId, kind, keptAtMs }): UnsentItem => ({ opId, dossierId, recordId, kind, candidateName: nameOf(dossierId), keptAtMs, status: { kind: 'refused', opId, reason: 'unreadable', violations: [] }, canGoOver: false, content: '' }));
  const items = pending.map((entry): UnsentItem => ({
    opId: entry.operation.opId,
    dossierId: entry.operation.record.dossierId,
    recordId: entry.operation.record.recordId,
    kind: entry.operation.record.kind,
    candidateName: nameOf(entry.operation.record.dossierId),
    keptAtMs: entry.keptAtMs,
    status: isWithoutContent(entry, here) ? { kind: 'refused', opId: entry.operation.opId, reason: 'content-missing', violations: [] } : statusOf(entry),
    canGoOver: goesOver(entry),
    content: JSON.stringify(entry.operation.payload, null, 2),
  }));
  return [...items, ...damaged];
}

/** The database was lost and the operation came back from the second journal; a photo is too large for that. */
function isWithoutContent({ operation, state }: PendingOperation, here: ReadonlySet<string>): boolean {
  const isNew = Object.values(operation.baseVersions).every((base) => base === null);
  return operation.record.kind === 'attachment' && isNew && state === 'waiting' && !here.has(operation.record.recordId);
}
