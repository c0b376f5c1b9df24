import type { SignedOperation } from '#shared/sync/operation.ts';
import { outcomeSchema } from '#shared/sync/protocol.ts';
import type { Cipher } from '../db/cipher.ts';
import { placeOf } from '../db/places.ts';
import type { OutboxRow } from '../db/user-database.ts';
import type { PendingOperation } from './fold-dossier.ts';

/**
 * Opens entries of the outbox, in the order of keeping. One that does not open (a damaged disk) is left out: it must not
 * keep the others from being sent and seen. It is listed from what is readable of it, and put right from the journal.
 */
export async function openOutbox(cipher: Cipher, rows: readonly OutboxRow[]): Promise<readonly PendingOperation[]> {
  const ordered = [...rows].sort((a, b) => a.order - b.order);
  const opened = await Promise.all(ordered.map((row) => openEntry(cipher, row).catch(() => null)));
  return opened.filter((entry) => entry !== null);
}

/** What a newer server said is understood as soon as the app is [VER8]. */
function outcomeOf(stored: unknown): Pick<PendingOperation, 'outcome' | 'isOutcomeUnknown'> {
  if (stored === null) return { outcome: null };
  const parsed = outcomeSchema.safeParse(stored);
  return parsed.success ? { outcome: parsed.data } : { outcome: null, isOutcomeUnknown: true };
}

async function openEntry(cipher: Cipher, row: OutboxRow): Promise<PendingOperation> {
  return {
    operation: (await cipher.open(placeOf.operation(row.opId), row.box)) as SignedOperation,
    state: row.state,
    keptAtMs: row.keptAtMs,
    ...outcomeOf(row.outcomeBox === undefined ? null : await cipher.open(placeOf.outcome(row.opId), row.outcomeBox)),
  };
}
