import type { SignedOperation } from '#shared/sync/operation.ts';
import { outcomeSchema } from '#shared/sync/protocol.ts';
import type { Cipher } from '../db/cipher.ts';
import { placeOf } from '../db/places.ts';
import type { OutboxRow } from '../db/user-database.ts';
import type { PendingOperation } from './fold-dossier.ts';

/** Opens entries of the outbox, in the order of keeping. */
export async function openOutbox(cipher: Cipher, rows: readonly OutboxRow[]): Promise<readonly PendingOperation[]> {
  const ordered = [...rows].sort((a, b) => a.order - b.order);
  return Promise.all(
    ordered.map(async (row) => ({
      operation: (await cipher.open(placeOf.operation(row.opId), row.box)) as SignedOperation,
      state: row.state,
      keptAtMs: row.keptAtMs,
      outcome: row.outcomeBox === undefined ? null : outcomeSchema.parse(await cipher.open(placeOf.outcome(row.opId), row.outcomeBox)),
    })),
  );
}
