import type { DatabaseSide } from '#shared/sync/journal/compare.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Cipher } from '../db/cipher.ts';
import { placeOf } from '../db/places.ts';
import type { UserDatabase } from '../db/user-database.ts';
import { openOutbox } from '../queries/open-outbox.ts';

export interface KeptOperation {
  readonly operation: SignedOperation;
  readonly keptAtMs: number;
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
  /** The server's epoch as of the last pull, and the one that the journal was last compared in; null before the first pull. */
  epochs(): Promise<{ readonly server: number | null; readonly compared: number | null }>;
  /** Notes that everything that the journal holds was offered to the server of this epoch. */
  noteCompared(epoch: number): Promise<void>;
  /** Puts lost operations back at the end of the outbox, waiting, in this order; what is there already stays as it is. */
  putBack(lost: readonly KeptOperation[]): Promise<void>;
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
      const position = await database.position.get('position');
      return { server: position?.epoch ?? null, compared: position?.journalEpoch ?? null };
    },

    async noteCompared(epoch) {
      await database.position.where('key').equals('position').filter((row) => row.epoch === epoch).modify({ journalEpoch: epoch });
    },

    async putBack(lost) {
      const rows = await database.outbox.bulkGet(lost.map(({ operation }) => operation.opId));
      const whole = new Set((await openOutbox(cipher, rows.filter((row) => row !== undefined))).map((entry) => entry.operation.opId));
      const damaged = new Set(rows.flatMap((row) => (row === undefined || whole.has(row.opId) ? [] : [row.opId])));
      const boxes = await Promise.all(lost.map(({ operation }) => cipher.seal(placeOf.operation(operation.opId), operation)));
      await database.transaction('rw', database.outbox, async () => {
        let order = (await database.outbox.orderBy('order').last())?.order ?? 0;
        for (const [index, { operation, keptAtMs }] of lost.entries()) {
          const box = boxes[index];
          if (box === undefined) continue;
          const there = await database.outbox.get(operation.opId);
          if (there !== undefined) {
            // Only what does not open is put right; what is there and whole stays as it is.
            if (damaged.has(operation.opId)) await database.outbox.update(operation.opId, { box, state: 'waiting' });
            continue;
          }
          order += 1;
          await database.outbox.add({ opId: operation.opId, order, state: 'waiting', ...operation.record, keptAtMs, box });
        }
      });
    },
  };
}
