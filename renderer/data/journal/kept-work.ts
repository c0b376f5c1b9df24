import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { DatabaseSide } from '#shared/sync/journal/compare.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Version } from '#shared/sync/version.ts';
import type { Cipher } from '../db/cipher.ts';
import { placeOf } from '../db/places.ts';
import type { DoubtRow, UserDatabase } from '../db/user-database.ts';
import { openOutbox } from '../queries/open-outbox.ts';

export interface KeptOperation {
  readonly operation: SignedOperation;
  readonly keptAtMs: number;
}

/** @param given the versions of servers that were restored since; empty for what the database itself lost */
export interface LostOperation extends KeptOperation {
  readonly given: readonly Version[];
}

/** Something of the journal that is lost or cannot be opened here; `name` is the same whenever it is found. */
export interface JournalDoubt {
  readonly name: string;
  readonly kind: DoubtRow['kind'];
}

/** The database, seen from the journal's comparison at a start. Implementations: Dexie, and memory in the simulation. */
export interface KeptWork {
  read(): Promise<{
    /** Everything in the outbox, in the order of keeping. */
    readonly kept: readonly KeptOperation[];
    readonly receipts: DatabaseSide['receipts'];
    /** What the last pull said, or null when there was none. */
    readonly server: { readonly epoch: number; readonly backedUpThrough: number; readonly timeMs: number } | null;
  }>;
  /**
   * The server's epoch as of the last pull, and the one that the journal was last compared in; null before the first pull.
   * `behind`: places whose lines were not compared in the server's epoch yet, maybe another window's [JRN10].
   */
  epochs(): Promise<{ readonly server: number | null; readonly compared: number | null; readonly behind: readonly string[] }>;
  /** Notes that everything that the journal holds in these places was offered to the server of this epoch. */
  noteCompared(epoch: number, places: readonly string[]): Promise<void>;
  /** This place is in use: "Alles verstuurd" waits for it. */
  notePlace(place: string): Promise<void>;
  /** Notes what can no longer be read, until a person has seen it [JRN14]. What was seen already is not told again. */
  noteDoubts(doubts: readonly JournalDoubt[]): Promise<void>;
  /**
   * Notes what the journal says was taken back and the database knows nothing of any more: from now on the line that says so has an
   * age, and may go when it is old enough [JRN6] [JRN13].
   */
  noteWithdrawn(opIds: readonly OpId[]): Promise<void>;
  /**
   * Puts lost operations back into the outbox, waiting, in this order; what is there already stays as it is. What a server had
   * settled goes before everything that waits, what the database lost comes after it [JRN15].
   * @param changed takes the place of what waits under the same id, in the same step
   */
  putBack(lost: readonly LostOperation[], changed: readonly SignedOperation[]): Promise<void>;
}

export function createDexieKeptWork(database: UserDatabase, cipher: Cipher): KeptWork {
  return {
    async read() {
      const [outbox, receipts, position] = await database.transaction('r', [database.outbox, database.receipts, database.position], () =>
        Promise.all([database.outbox.toArray(), database.receipts.toArray(), database.position.get('position')]),
      );
      const server = position === undefined || position.epoch === null ? null : { epoch: position.epoch, backedUpThrough: position.backedUpThrough, timeMs: position.serverTimeMs };
      return { kept: await openOutbox(cipher, outbox), receipts: new Map(receipts.map((row) => [row.opId, row])), server };
    },

    async epochs() {
      const [position, places] = await Promise.all([database.position.get('position'), database.journalPlaces.toArray()]);
      const server = position?.epoch ?? null;
      return { server, compared: position?.journalEpoch ?? null, behind: places.filter((row) => row.epoch !== server).map((row) => row.place) };
    },

    async noteCompared(epoch, places) {
      await database.transaction('rw', [database.position, database.journalPlaces], async () => {
        if ((await database.position.get('position'))?.epoch !== epoch) return;
        await database.position.update('position', { journalEpoch: epoch });
        await database.journalPlaces.bulkPut(places.map((place) => ({ place, epoch })));
      });
    },

    async notePlace(place) {
      await database.transaction('rw', database.journalPlaces, async () => {
        if ((await database.journalPlaces.get(place)) === undefined) await database.journalPlaces.add({ place, epoch: null });
      });
    },

    async noteDoubts(doubts) {
      await database.transaction('rw', database.doubts, async () => {
        for (const { name, kind } of doubts) if ((await database.doubts.get(name)) === undefined) await database.doubts.add({ name, kind, isSeen: 0 });
      });
    },

    async noteWithdrawn(opIds) {
      await database.transaction('rw', [database.receipts, database.position], async () => {
        const receivedAtMs = (await database.position.get('position'))?.serverTimeMs;
        if (receivedAtMs === undefined) return;
        const known = await database.receipts.bulkGet([...opIds]);
        // Which record it was is in no line; nobody asks that of what never happened.
        const nowhere = { recordId: '' as RecordId, dossierId: '' as DossierId };
        await database.receipts.bulkAdd(opIds.filter((_, index) => known[index] === undefined).map((opId) => ({ opId, settled: 'replaced', ...nowhere, n: 0, epoch: 0, receivedAtMs })));
      });
    },

    async putBack(lost, changed) {
      const rows = await database.outbox.bulkGet(lost.map(({ operation }) => operation.opId));
      const whole = new Set((await openOutbox(cipher, rows.filter((row) => row !== undefined))).map((entry) => entry.operation.opId));
      const damaged = new Set(rows.flatMap((row) => (row === undefined || whole.has(row.opId) ? [] : [row.opId])));
      const boxes = await Promise.all(lost.map(({ operation }) => cipher.seal(placeOf.operation(operation.opId), operation)));
      const changedBoxes = await Promise.all(changed.map((operation) => cipher.seal(placeOf.operation(operation.opId), operation)));
      await database.transaction('rw', database.outbox, async () => {
        let order = (await database.outbox.orderBy('order').last())?.order ?? 0;
        let orderBefore = ((await database.outbox.orderBy('order').first())?.order ?? 0) - lost.length - 1;
        for (const [index, { operation, keptAtMs, given }] of lost.entries()) {
          const box = boxes[index];
          if (box === undefined) continue;
          const there = await database.outbox.get(operation.opId);
          if (there !== undefined) {
            // Only what does not open is put right; what is there and whole stays as it is.
            if (damaged.has(operation.opId)) await database.outbox.update(operation.opId, { box, state: 'waiting' });
            continue;
          }
          const isSettledBefore = given.length > 0;
          if (isSettledBefore) orderBefore += 1;
          else order += 1;
          await database.outbox.add({ opId: operation.opId, order: isSettledBefore ? orderBefore : order, state: 'waiting', ...operation.record, keptAtMs, box, ...(isSettledBefore ? { given } : {}) });
        }
        for (const [index, { opId }] of changed.entries()) {
          const box = changedBoxes[index];
          if (box !== undefined) await database.outbox.where('opId').equals(opId).filter(({ state }) => state === 'waiting' || state === 'received').modify({ box });
        }
      });
    },
  };
}
