import type { DossierId, OpId } from '#shared/domain/ids.ts';
import type { DeviceStore, PullPage } from '#shared/sync/ports.ts';
import type { Box, Cipher } from './cipher.ts';
import { placeOf } from './places.ts';
import { createSendQueue } from './send-queue.ts';
import type { OutboxRow, ReceiptRow, UserDatabase } from './user-database.ts';

/** So many rows are read and deleted one by one; more of them together [count]. */
const fewOutcomes = 20;

/** What a receipt takes over from its entry. */
type Address = Pick<OutboxRow, 'recordId' | 'dossierId' | 'given'>;

export interface DexieOutbox {
  /** What the sync loop asks of it. */
  readonly port: Pick<DeviceStore, 'nextBatch' | 'noteReceived' | 'markReceived' | 'markUnreadable' | 'requeueReceived' | 'unsettled'>;
  /** What a person will be told of a page's outcomes, boxed before its transaction opens [KEEP2]. */
  boxOutcomes(page: PullPage): Promise<ReadonlyMap<OpId, Box>>;
  /**
   * What a page means for what waits. Inside the transaction that stores the page, over outbox and receipts.
   * @param gone the dossiers that leave this device with it
   */
  settle(page: PullPage, boxes: ReadonlyMap<OpId, Box>, gone: readonly DossierId[]): Promise<void>;
  /** The page is stored: what was remembered of its operations is forgotten. */
  forgetSettled(page: PullPage): void;
}

/** What waits on this device, seen from the sync loop: what goes out next, what was answered for, and how it is settled. */
export function createDexieOutbox(database: UserDatabase, cipher: Cipher): DexieOutbox {
  const queue = createSendQueue(database, cipher);
  /** Answered for by the server, and waiting as before in what is stored: their outcomes come with the next pull. */
  const noted = new Set<OpId>();
  /** Where they belong: their outcomes come soon, and a thousand rows need not be read again for that. */
  const sent = new Map<OpId, Address>();
  return {
    port: {
      async nextBatch(limit, nowMs, except) {
        const { operations, damaged, rows } = await queue.next(limit, nowMs, except, noted);
        // It waits where a person sees it, until the journal mends it.
        if (damaged.length > 0) await setState(damaged, 'refused');
        for (const { opId, recordId, dossierId, given } of rows) sent.set(opId, { recordId, dossierId, ...(given === undefined ? {} : { given }) });
        return operations;
      },

      noteReceived(opIds) {
        for (const opId of opIds) noted.add(opId);
        if (opIds.length > 0) queue.advance();
        return Promise.resolve();
      },
      async markReceived(opIds) {
        await setState(opIds, 'received');
        if (opIds.length > 0) queue.advance();
      },
      async markUnreadable(opIds) {
        await setState(opIds, 'refused');
        if (opIds.length > 0) queue.advance();
      },

      async requeueReceived() {
        queue.restart();
        noted.clear();
        // After nearly every pull there are none, and looking costs less than a transaction that may write.
        const received = await database.outbox.where('state').equals('received').primaryKeys();
        if (received.length > 0) await database.outbox.where('state').equals('received').modify({ state: 'waiting' });
      },

      async unsettled() {
        // [ATT10] A photo on its way is no reason to ask every second: its own loop wakes this one when it is there.
        return database.outbox.where('state').anyOf('waiting', 'received').filter((row) => row.kind !== 'attachment' || row.state === 'received' || noted.has(row.opId)).count();
      },
    },

    async boxOutcomes({ outcomes, unknownOutcomes = [] }: PullPage): Promise<ReadonlyMap<OpId, Box>> {
      const boxes = new Map<OpId, Box>();
      for (const outcome of unknownOutcomes) boxes.set(outcome.opId, await cipher.seal(placeOf.outcome(outcome.opId), outcome));
      for (const outcome of outcomes) {
        if (outcome.outcome === 'conflict' || outcome.outcome === 'refused') boxes.set(outcome.opId, await cipher.seal(placeOf.outcome(outcome.opId), outcome));
      }
      return boxes;
    },

    async settle(page, boxes, gone) {
      await settleOutcomes(page, boxes);
      // [VER8] Nobody knows what became of it: it stays, with what was said, where a person sees it.
      for (const { opId } of page.unknownOutcomes ?? []) await database.outbox.where('opId').equals(opId).modify({ state: 'refused', outcomeBox: boxes.get(opId) as Box });
      // [FGT5] What lay in the list goes to those now responsible before it leaves this device.
      if (gone.length > 0) await database.outbox.where('dossierId').anyOf(gone).filter(isInTheList).modify({ state: 'waiting' });
    },

    forgetSettled(page) {
      // What went over to others waits again under its id [FGT5].
      for (const { opId } of [...page.outcomes, ...(page.unknownOutcomes ?? [])]) {
        noted.delete(opId);
        sent.delete(opId);
      }
    },
  };

  /** Only what waits: the answer to a batch may come after another loop pulled its outcomes. */
  async function setState(opIds: readonly OpId[], state: OutboxRow['state']) {
    if (opIds.length === 0) return;
    await database.transaction('rw', database.outbox, async () => {
      const rows = await database.outbox.bulkGet([...opIds]);
      await database.outbox.bulkPut(rows.flatMap((row) => (row?.state === 'waiting' ? [{ ...row, state }] : [])));
    });
  }

  /** [PULL3] Only a pulled outcome moves an operation; one that this device no longer holds changes nothing. */
  async function settleOutcomes({ outcomes, epoch, cursor }: Pick<PullPage, 'outcomes' | 'epoch' | 'cursor'>, boxes: ReadonlyMap<OpId, Box>): Promise<void> {
    if (outcomes.length === 0) return;
    const entries = await addressesOf(outcomes.map((outcome) => outcome.opId));
    const receipts = new Map<OpId, ReceiptRow>();
    const refused = new Set<OpId>();
    for (const outcome of outcomes) {
      const { opId } = outcome;
      const entry = entries.get(opId);
      // Two outcomes of one operation (conflicting, then decided) may come in one page; the receipt is the end.
      if (entry === undefined || receipts.has(opId)) continue;
      switch (outcome.outcome) {
        case 'applied':
        case 'handed-over':
        case 'resolved': {
          const { recordId, dossierId, given } = entry;
          // Work that has no version of its own was settled at this cursor or before: a backup that reaches it holds it [JRN6].
          const n = outcome.outcome === 'applied' ? outcome.n : cursor;
          receipts.set(opId, { opId, settled: outcome.outcome, recordId, dossierId, n, epoch, receivedAtMs: outcome.receivedAtMs, ...(given === undefined ? {} : { given }) });
          break;
        }
        case 'conflict':
        case 'refused': {
          const box = boxes.get(opId);
          await database.outbox.update(opId, { state: outcome.outcome, ...(box === undefined ? {} : { outcomeBox: box }) });
          if (outcome.outcome === 'refused') refused.add(opId);
        }
      }
    }
    await database.receipts.bulkPut([...receipts.values()]);
    // Mostly all there was: emptying costs nothing, and a thousand deletions a tenth of a second.
    if (receipts.size > fewOutcomes && receipts.size === (await database.outbox.count())) await database.outbox.clear();
    else await database.outbox.bulkDelete([...receipts.keys()]);
    if (refused.size === 0) return;
    // A decision that was refused decided nothing: the choice is open again [CON4].
    await database.outbox.filter((row) => row.resolvedBy !== undefined && refused.has(row.resolvedBy)).modify((row) => {
      delete (row as { resolvedBy?: OpId }).resolvedBy;
    });
  }

  /** Of those that are still in the outbox. */
  async function addressesOf(opIds: readonly OpId[]): Promise<ReadonlyMap<OpId, Address>> {
    const isMany = opIds.length > fewOutcomes;
    const here = isMany ? new Set<OpId>(await database.outbox.toCollection().primaryKeys()) : new Set<OpId>(opIds);
    const known = isMany ? opIds.filter((opId) => here.has(opId) && sent.has(opId)) : [];
    const found = new Map(known.map((opId) => [opId, sent.get(opId) as Address]));
    const others = opIds.filter((opId) => here.has(opId) && !found.has(opId));
    const rows = others.length === 0 ? [] : await database.outbox.bulkGet(others);
    for (const row of rows) if (row !== undefined) found.set(row.opId, row);
    return found;
  }
}

const isInTheList = (row: OutboxRow) => row.state === 'conflict' || row.state === 'refused';
