import type { OpId, RecordId } from '#shared/domain/ids.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Cipher } from './cipher.ts';
import { mostGrowth } from '#shared/sync/batch-size.ts';
import { placeOf } from './places.ts';
import type { OutboxRow, UserDatabase } from './user-database.ts';

/** How long a decision about a conflict can be taken back before it is sent [ms] [CON6]. */
export const takeBackWithinMs = 10_000;

export interface SendQueue {
  /**
   * The next operations in the order of keeping [PUSH1], without those on the records that are left out of this round [PUSH4], and those that do not open.
   * @param answered what the server has already, and still waits in what is stored
   */
  next(limit: number, nowMs: number, except?: ReadonlySet<RecordId>, answered?: ReadonlySet<OpId>): Promise<{ readonly operations: readonly SignedOperation[]; readonly damaged: readonly OpId[]; readonly rows: readonly OutboxRow[] }>;
  /** The server took some of what was given last: what comes next is behind it. */
  advance(): void;
  /** Something became waiting again, or may have: begin at the front. */
  restart(): void;
}

type Opened = SignedOperation | null;

/**
 * What waits, batch by batch. It is read once for a thousand operations, not once a batch, and while a batch is under way
 * the next one is opened. Nothing rests on what is remembered: what goes out still waits at that moment.
 */
export function createSendQueue(database: UserDatabase, cipher: Cipher): SendQueue {
  let rest: readonly OutboxRow[] = [];
  let opened: ReadonlyMap<OpId, Promise<Opened>> = new Map();
  let advanced = false;

  // One that does not open must not keep the others back.
  const open = (row: OutboxRow): Promise<Opened> => cipher.open(placeOf.operation(row.opId), row.box).then((value) => value as SignedOperation, () => null);

  const waitingRows = () => database.outbox.where('state').equals('waiting').sortBy('order');

  return {
    async next(limit, nowMs, except, answered = new Set()) {
      // [ATT1] A record whose content is still here only hears `later`.
      const contentWaits = new Set<string>(await database.attachments.where('state').equals('kept').primaryKeys());
      const mayGo = (row: OutboxRow) => !answered.has(row.opId) && !contentWaits.has(row.recordId) && except?.has(row.recordId) !== true;
      // What was given before and got no answer still waits, in front of the rest.
      if (!advanced) rest = [];
      advanced = false;
      let rows: readonly OutboxRow[] = [];
      // Ids alone: what is not to go needs not be read.
      const waiting = new Set<OpId>(await database.outbox.where('state').equals('waiting').primaryKeys());
      for (const opId of answered) waiting.delete(opId);
      if (rest.length > 0) {
        rest = withoutHeld(rest, nowMs).filter((row) => waiting.has(row.opId) && mayGo(row));
        rows = rest.slice(0, limit);
      }
      if (rows.length === 0 && waiting.size > 0) {
        rest = withoutHeld(await waitingRows(), nowMs).filter(mayGo);
        rows = rest.slice(0, limit);
      }
      rest = rest.slice(rows.length);
      const batch = await Promise.all(rows.map((row) => opened.get(row.opId) ?? open(row)));
      opened = new Map(rest.slice(0, limit * mostGrowth).map((row) => [row.opId, opened.get(row.opId) ?? open(row)]));
      return { operations: batch.filter((operation) => operation !== null), damaged: rows.flatMap((row, index) => (batch[index] === null ? [row.opId] : [])), rows };
    },
    advance: () => void (advanced = true),
    restart() {
      advanced = false;
      opened = new Map();
    },
  };
}

/** What is held, and what was built on it, goes later; everything else goes now. A clock that was set back ends the hold. */
function withoutHeld(rows: readonly OutboxRow[], nowMs: number): readonly OutboxRow[] {
  const heldRecords = new Set<string>();
  return rows.filter((row) => {
    const left = (row.heldUntilMs ?? 0) - nowMs;
    if (left > 0 && left <= takeBackWithinMs) heldRecords.add(row.recordId);
    return !heldRecords.has(row.recordId);
  });
}
