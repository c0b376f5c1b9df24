import type { OpId } from '../../domain/ids.ts';
import type { Version } from '../version.ts';
import type { JournalLine } from './journal-line.ts';

export interface SettledOperation {
  readonly settled: 'applied' | 'handed-over' | 'resolved' | 'replaced';
  readonly n: number;
  readonly receivedAtMs: number;
  readonly epoch: number;
  /** The versions that servers of earlier epochs had given it, when it was offered again [JRN15]. */
  readonly given?: readonly Version[];
}

export interface DatabaseSide {
  /** In the outbox, in whatever state. */
  readonly kept: ReadonlySet<OpId>;
  /** Settled: their receipt is in the database. */
  readonly receipts: ReadonlyMap<OpId, SettledOperation>;
  /** The server's epoch as of the last pull; null before the first. */
  readonly epoch: number | null;
}

export interface Comparison {
  /**
   * In the journal, and neither waiting nor settled: the database lost them, or the server that settled them was restored
   * since [JRN10]. They come back under the same id [JRN5].
   */
  readonly restore: readonly JournalLine[];
  /** In the outbox, not in the journal: they get their second copy now [JRN5]. */
  readonly append: readonly OpId[];
}

/** Compares journal and database, at every start. Pure. */
export function compareJournal(lines: readonly JournalLine[], database: DatabaseSide): Comparison {
  const written = new Set(lines.map((line) => line.opId));
  const withdrawn = withdrawnIn(lines);
  const restore = [...new Map(lines.map((line) => [line.opId, line])).values()].filter((line) => !withdrawn.has(line.opId) && !database.kept.has(line.opId) && !isSettled(database, line.opId));
  return { restore, append: [...database.kept].filter((opId) => !written.has(opId)) };
}

/** What was taken back is said in a line of its own, maybe in another window's file and by a clock that was set back: the order says nothing [JRN13]. */
export const withdrawnIn = (lines: readonly JournalLine[]): ReadonlySet<OpId> => new Set(lines.flatMap((line) => (line.withdrawn === true ? [line.opId] : [])));

/** What was offered again in another form stays settled, whatever server there is. */
function isSettled({ receipts, epoch }: DatabaseSide, opId: OpId): boolean {
  const receipt = receipts.get(opId);
  return receipt !== undefined && (receipt.settled === 'replaced' || epoch === null || receipt.epoch === epoch);
}

/** How long a line stays after its receipt [ms]: a server restored from a backup gets it again. */
export const keptAfterReceiptMs = 14 * 24 * 3_600_000;

/**
 * How many lines may go from the front. Only a run from the front: the chain stays whole [JRN6].
 * @param server everything up to `backedUpThrough` of `epoch` is in its own backup; `timeMs` is its clock: the device's may be years ahead
 */
export function trimmable(lines: readonly JournalLine[], database: DatabaseSide, server: { readonly epoch: number; readonly backedUpThrough: number; readonly timeMs: number }): number {
  let count = 0;
  for (const line of lines) {
    const receipt = database.receipts.get(line.opId);
    // Another operation, with a line of its own, took its place. The line that says so stays: the old one may lie elsewhere as well.
    if (receipt?.settled === 'replaced' && (line.withdrawn !== true || server.timeMs - receipt.receivedAtMs >= keptAfterReceiptMs)) {
      count += 1;
      continue;
    }
    if (receipt === undefined || receipt.epoch !== server.epoch || receipt.n > server.backedUpThrough) break;
    // Written so that a time that was never noted keeps the line.
    if (!(server.timeMs - receipt.receivedAtMs >= keptAfterReceiptMs)) break;
    count += 1;
  }
  return count;
}
