import type { DossierId, OpId } from '#shared/domain/ids.ts';
import type { DeviceStore, PullPage } from '#shared/sync/ports.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { Box, Cipher } from './cipher.ts';
import { mergeRecords, openDossier } from './dossier-content.ts';
import { placeOf } from './places.ts';
import { summarise, type SummaryLine } from './summary.ts';
import { foldSummaryChunks, nextChunkId } from './summary-chunks.ts';
import type { OutboxRow, PositionRow, UserDatabase } from './user-database.ts';

const emptyPosition: PositionRow = { key: 'position', epoch: null, cursor: 0, lastPullAtMs: null, backedUpThrough: 0 };

/** The device's memory behind the sync loop, in IndexedDB. Everything is boxed before a transaction opens [KEEP2]. */
export function createDexieDeviceStore(database: UserDatabase, cipher: Cipher): DeviceStore {
  return {
    async position() {
      const { epoch, cursor, lastPullAtMs } = (await database.position.get('position')) ?? emptyPosition;
      return { epoch, cursor, lastPullAtMs };
    },

    async nextBatch(limit) {
      const rows = (await database.outbox.where('state').equals('waiting').sortBy('order')).slice(0, limit);
      return Promise.all(rows.map(async (row) => (await cipher.open(placeOf.operation(row.opId), row.box)) as SignedOperation));
    },

    async markReceived(opIds) {
      await setState(opIds, 'received');
    },

    async markUnreadable(opIds) {
      await setState(opIds, 'refused');
    },

    async requeueReceived() {
      await database.outbox.where('state').equals('received').modify({ state: 'waiting' });
    },

    async unsettled() {
      return database.outbox.where('state').anyOf('waiting', 'received').count();
    },

    async storePage(page, nowMs) {
      const before = (await database.position.get('position')) ?? emptyPosition;
      // [PULL7] Another epoch: what the old server said is no longer known to be true. Kept operations stay.
      const startsOver = before.epoch !== null && before.epoch !== page.epoch;
      const { rows, lines } = await boxDossiers(page, startsOver);
      const chunk: Box | null = lines.length === 0 ? null : await cipher.seal(placeOf.summaries, lines);
      const outcomeBoxes = await boxOutcomes(page.outcomes);

      await database.transaction('rw', [database.position, database.dossiers, database.summaryChunks, database.outbox, database.receipts], async () => {
        if (startsOver) {
          await database.dossiers.clear();
          await database.summaryChunks.clear();
        }
        await database.dossiers.bulkPut(rows);
        if (page.forget.length > 0) await database.dossiers.bulkDelete([...page.forget]);
        if (chunk !== null) await database.summaryChunks.add({ chunkId: await nextChunkId(database), box: chunk });
        for (const outcome of page.outcomes) await settle(outcome, page.epoch, outcomeBoxes.get(outcome.opId));
        await database.position.put({
          key: 'position',
          epoch: page.epoch,
          cursor: page.cursor,
          lastPullAtMs: page.more ? before.lastPullAtMs : nowMs,
          backedUpThrough: page.backedUpThrough,
        });
      });
      if (!page.more) await foldSummaryChunks(database, cipher);
    },
  };

  async function setState(opIds: readonly OpId[], state: OutboxRow['state']) {
    await database.outbox.where('opId').anyOf([...opIds]).modify({ state });
  }

  async function boxDossiers(page: PullPage, startsOver: boolean) {
    const ids = page.dossiers.map((dossier) => dossier.dossierId);
    const stored = startsOver ? [] : await database.dossiers.bulkGet(ids);
    const lines: SummaryLine[] = [];
    const rows = await Promise.all(
      page.dossiers.map(async ({ dossierId, records }, index) => {
        const row = stored[index];
        const known = row === undefined ? [] : (await openDossier(cipher, row)).records;
        const merged = mergeRecords(known, records);
        const summary = summarise(dossierId, merged);
        if (summary !== null) lines.push(summary);
        return { dossierId, box: await cipher.seal(placeOf.dossier(dossierId), { records: merged }) };
      }),
    );
    lines.push(...page.forget.map((dossierId) => ({ dossierId, gone: true }) as const));
    return { rows, lines };
  }

  async function boxOutcomes(outcomes: readonly Outcome[]): Promise<ReadonlyMap<OpId, Box>> {
    const boxes = new Map<OpId, Box>();
    for (const outcome of outcomes) {
      if (outcome.outcome === 'conflict' || outcome.outcome === 'refused') boxes.set(outcome.opId, await cipher.seal(placeOf.outcome(outcome.opId), outcome));
    }
    return boxes;
  }

  /** [PULL3] Only a pulled outcome moves an operation; one that this device no longer holds changes nothing. */
  async function settle(outcome: Outcome, epoch: number, box: Box | undefined): Promise<void> {
    const entry = await database.outbox.get(outcome.opId);
    if (entry === undefined) return;
    switch (outcome.outcome) {
      case 'applied':
      case 'handed-over':
      case 'resolved': {
        const { opId, recordId, dossierId } = entry;
        const n = outcome.outcome === 'applied' ? outcome.n : 0;
        await database.receipts.put({ opId, settled: outcome.outcome, recordId, dossierId, n, epoch, receivedAtMs: outcome.receivedAtMs });
        await database.outbox.delete(opId);
        return;
      }
      case 'conflict':
      case 'refused':
        await database.outbox.update(outcome.opId, { state: outcome.outcome, ...(box === undefined ? {} : { outcomeBox: box }) });
    }
  }
}

/** Ids of the dossiers whose stored value a page may have changed. */
export const touchedBy = (page: PullPage): readonly DossierId[] => [...page.dossiers.map((dossier) => dossier.dossierId), ...page.forget];
