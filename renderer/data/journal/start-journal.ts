import type { OpId } from '#shared/domain/ids.ts';
import { compareJournal, trimmable, type DatabaseSide } from '#shared/sync/journal/compare.ts';
import { readJournal, type JournalLine } from '#shared/sync/journal/journal-line.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Cipher } from '../db/cipher.ts';
import { placeOf } from '../db/places.ts';
import type { UserDatabase } from '../db/user-database.ts';
import { openOutbox } from '../queries/open-outbox.ts';
import type { ClaimedFiles, JournalFiles } from './journal-files.ts';
import { openJournal, type Journal } from './journal.ts';
import { openJournalLine, type SealingParts } from './seal-line.ts';

export interface StartedJournal {
  /** Null when there is no place for a second copy. */
  readonly journal: Journal | null;
  /** Kept work that the database had lost and that is back in the outbox [count]. */
  readonly restored: number;
  /** Lines that can no longer be opened here; the server can [count]. */
  readonly unopened: number;
  close(): void;
}

interface StartParts {
  readonly database: UserDatabase;
  readonly cipher: Cipher;
  readonly sealing: SealingParts;
  readonly files: JournalFiles;
  readonly nowMs: number;
}

/**
 * Compares journal and database before the sync loop begins: what the database lost is put back under the same id, what
 * the journal misses is written now, what closed windows left is taken over, what is long settled goes [JRN5] [JRN6].
 */
export async function startJournal(parts: StartParts): Promise<StartedJournal> {
  let claimed: ClaimedFiles;
  try {
    claimed = await parts.files.claim(parts.sealing.identity.userId);
  } catch {
    return { journal: null, restored: 0, unopened: 0, close: () => undefined };
  }
  try {
    const journal = await openJournal(claimed.own, parts.sealing);
    const left = await Promise.all(claimed.abandoned.map(async (file) => readJournal(await file.read()).lines));
    const { restored, unopened } = await mend(parts, journal, left.flat());
    // Only now: everything of these files is in this window's own journal, or in the database as settled.
    for (const [index, file] of claimed.abandoned.entries()) if ((left[index] ?? []).length > 0) await file.replace('');
    claimed.releaseAbandoned();
    return { journal, restored, unopened, close: () => claimed.release() };
  } catch {
    claimed.release();
    return { journal: null, restored: 0, unopened: 0, close: () => undefined };
  }
}

async function mend({ database, cipher, sealing, nowMs }: StartParts, journal: Journal, left: readonly JournalLine[]): Promise<{ readonly restored: number; readonly unopened: number }> {
  const [outbox, receipts, position] = await database.transaction('r', [database.outbox, database.receipts, database.position], () =>
    Promise.all([database.outbox.toArray(), database.receipts.toArray(), database.position.get('position')]),
  );
  const side: DatabaseSide = {
    kept: new Set(outbox.map((row) => row.opId)),
    receipts: new Map(receipts.map((row) => [row.opId, row])),
  };
  const own = journal.lines();
  const { restore } = compareJournal([...own, ...left], side);
  const opened = await Promise.all(restore.map(async (line) => ({ line, operation: await openJournalLine(sealing.dataKey, line) })));
  const readable = opened.flatMap(({ line, operation }) => (operation === null ? [] : [{ keptAtMs: line.keptAtMs, operation }]));
  await putBack(database, cipher, readable);

  // Everything that is not settled has its line in this window's own journal.
  const written = new Set(own.map((line) => line.opId));
  const missing = new Map<OpId, { readonly operation: SignedOperation; readonly keptAtMs: number }>();
  for (const { operation, keptAtMs } of [...(await openOutbox(cipher, outbox)), ...readable]) if (!written.has(operation.opId)) missing.set(operation.opId, { operation, keptAtMs });
  for (const { operation, keptAtMs } of missing.values()) await journal.append(operation, keptAtMs);

  if (position !== undefined && position.epoch !== null) {
    await journal.trim(trimmable(journal.lines(), side, { epoch: position.epoch, backedUpThrough: position.backedUpThrough }, nowMs));
  }
  return { restored: readable.length, unopened: opened.length - readable.length };
}

async function putBack(database: UserDatabase, cipher: Cipher, lost: readonly { readonly operation: SignedOperation; readonly keptAtMs: number }[]): Promise<void> {
  if (lost.length === 0) return;
  const inOrder = [...lost].sort((a, b) => a.keptAtMs - b.keptAtMs);
  const boxes = await Promise.all(inOrder.map(({ operation }) => cipher.seal(placeOf.operation(operation.opId), operation)));
  await database.transaction('rw', database.outbox, async () => {
    let order = (await database.outbox.orderBy('order').last())?.order ?? 0;
    for (const [index, { operation, keptAtMs }] of inOrder.entries()) {
      const box = boxes[index];
      if (box === undefined || (await database.outbox.get(operation.opId)) !== undefined) continue;
      order += 1;
      await database.outbox.add({ opId: operation.opId, order, state: 'waiting', ...operation.record, keptAtMs, box });
    }
  });
}
