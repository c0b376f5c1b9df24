import type { OpId } from '../../domain/ids.ts';
import type { JournalLine } from './journal-line.ts';

export interface DatabaseSide {
  /** In the outbox, in whatever state. */
  readonly kept: ReadonlySet<OpId>;
  /** Settled: their receipt is in the database. */
  readonly receipts: ReadonlyMap<OpId, { readonly n: number; readonly receivedAtMs: number; readonly epoch: number }>;
}

export interface Comparison {
  /** In the journal, unknown to the database: the database lost them. They come back under the same id [JRN5]. */
  readonly restore: readonly JournalLine[];
  /** In the outbox, not in the journal: they get their second copy now [JRN5]. */
  readonly append: readonly OpId[];
}

/** Compares journal and database, at every start. Pure. */
export function compareJournal(lines: readonly JournalLine[], database: DatabaseSide): Comparison {
  const written = new Set(lines.map((line) => line.opId));
  const restore = [...new Map(lines.map((line) => [line.opId, line])).values()].filter((line) => !database.kept.has(line.opId) && !database.receipts.has(line.opId));
  return { restore, append: [...database.kept].filter((opId) => !written.has(opId)) };
}

/** How long a line stays after its receipt [ms]: a server restored from a backup gets it again. */
export const keptAfterReceiptMs = 14 * 24 * 3_600_000;

/**
 * How many lines may go from the front. Only a run from the front: the chain stays whole [JRN6].
 * @param backedUpThrough everything up to this n of `epoch` is in the server's own backup
 */
export function trimmable(lines: readonly JournalLine[], database: DatabaseSide, server: { readonly epoch: number; readonly backedUpThrough: number }, nowMs: number): number {
  let count = 0;
  for (const line of lines) {
    const receipt = database.receipts.get(line.opId);
    if (receipt === undefined || receipt.epoch !== server.epoch || receipt.n > server.backedUpThrough) break;
    if (nowMs - receipt.receivedAtMs < keptAfterReceiptMs) break;
    count += 1;
  }
  return count;
}
