import type { Cipher } from '../db/cipher.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { UnsentItem } from '../views.ts';
import { statusOf } from './fold-dossier.ts';
import { openOutbox } from './open-outbox.ts';

/** Everything that is not settled yet, oldest first: what waits, and what a person must look at. */
export async function readUnsent(database: UserDatabase, cipher: Cipher, nameOf: (dossierId: UnsentItem['dossierId']) => string): Promise<readonly UnsentItem[]> {
  const pending = await openOutbox(cipher, await database.outbox.orderBy('order').toArray());
  return pending.map((entry) => ({
    opId: entry.operation.opId,
    dossierId: entry.operation.record.dossierId,
    recordId: entry.operation.record.recordId,
    kind: entry.operation.record.kind,
    candidateName: nameOf(entry.operation.record.dossierId),
    keptAtMs: entry.keptAtMs,
    status: statusOf(entry),
    content: JSON.stringify(entry.operation.payload, null, 2),
  }));
}
