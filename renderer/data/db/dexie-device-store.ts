import type { DossierId, OpId } from '#shared/domain/ids.ts';
import type { DeviceStore, PullPage, StoredPage } from '#shared/sync/ports.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { Box, Cipher } from './cipher.ts';
import { mergeRecords, openDossier } from './dossier-content.ts';
import { placeOf } from './places.ts';
import { summarise, summaryVersion, type SummaryLine } from './summary.ts';
import { foldSummaryChunks, nextChunkId } from './summary-chunks.ts';
import { emptyTally, replaceTally, tallyOf, tallyText } from './tally.ts';
import type { DossierRow, OutboxRow, PositionRow, Tally, UserDatabase } from './user-database.ts';

const emptyPosition: PositionRow = {
  key: 'position',
  epoch: null,
  cursor: 0,
  lastPullAtMs: null,
  backedUpThrough: 0,
  serverTimeMs: 0,
  journalEpoch: null,
  generation: 1,
  tally: emptyTally,
  rebuilding: false,
  digestAgrees: null,
};

/** How long a decision about a conflict can be taken back before it is sent [ms] [CON6]. */
export const takeBackWithinMs = 10_000;

/** The device's memory behind the sync loop, in IndexedDB. Everything is boxed before a transaction opens [KEEP2]. */
export function createDexieDeviceStore(database: UserDatabase, cipher: Cipher): DeviceStore {
  /**
   * The dossiers that are here, so that a first pull need not look for what cannot be there. Known for the position that
   * this loop left: when another loop stored a page meanwhile, it is read again [WIN3].
   */
  let held: Set<DossierId> | null = null;
  let leftAt: PositionRow | null = null;
  return {
    async position() {
      const { epoch, cursor, lastPullAtMs } = (await database.position.get('position')) ?? emptyPosition;
      return { epoch, cursor, lastPullAtMs };
    },

    async nextBatch(limit, nowMs) {
      const waiting = await database.outbox.where('state').equals('waiting').sortBy('order');
      // [ATT1] A record whose content is still here only hears `later`.
      const contentWaits = new Set<string>(await database.attachments.where('state').equals('kept').primaryKeys());
      const rows = withoutHeld(waiting, nowMs).filter((row) => !contentWaits.has(row.recordId)).slice(0, limit);
      const opened = await Promise.all(rows.map((row) => cipher.open(placeOf.operation(row.opId), row.box).then((value) => value as SignedOperation, () => null)));
      // One that does not open must not keep the others back; it waits where a person sees it, until the journal mends it.
      const damaged = rows.flatMap((row, index) => (opened[index] === null ? [row.opId] : []));
      if (damaged.length > 0) await setState(damaged, 'refused');
      return opened.filter((operation) => operation !== null);
    },

    markReceived: (opIds) => setState(opIds, 'received'),
    markUnreadable: (opIds) => setState(opIds, 'refused'),

    async requeueReceived() {
      await database.outbox.where('state').equals('received').modify({ state: 'waiting' });
    },

    async unsettled() {
      // [ATT10] A photo on its way is no reason to ask every second: its own loop wakes this one when it is there.
      return database.outbox.where('state').anyOf('waiting', 'received').filter((row) => row.kind !== 'attachment' || row.state === 'received').count();
    },

    async storePage(page, nowMs, madeFor) {
      const before = (await database.position.get('position')) ?? emptyPosition;
      // [WIN3] A window that froze and woke brings an answer to what it asked then.
      if (madeFor !== undefined && (madeFor.cursor !== before.cursor || madeFor.epoch !== before.epoch)) return { kind: 'overtaken' };
      if (leftAt === null || !samePosition(leftAt, before)) held = null;
      // [PULL7] Another epoch: what the old server said is no longer known to be true. It stays until the new pull is whole.
      const base = before.epoch !== null && before.epoch !== page.epoch ? startOver(before) : before;
      const boxed = await boxPage(page, base);
      const outcomeBoxes = await boxOutcomes(page.outcomes);
      const stored = await database.transaction('rw', [database.position, database.dossiers, database.summaryChunks, database.outbox, database.receipts], async () => {
        const now = (await database.position.get('position')) ?? emptyPosition;
        // [WIN3] And so may have another loop just now, between the reading and this.
        if (!samePosition(now, before)) return 'overtaken';
        await database.dossiers.bulkPut([...boxed.rows]);
        const gone = [...page.forget, ...boxed.leftovers];
        if (gone.length > 0) await database.dossiers.bulkDelete(gone);
        if (boxed.chunk !== null) await database.summaryChunks.add({ chunkId: await nextChunkId(database), made: summaryVersion, box: boxed.chunk });
        for (const outcome of page.outcomes) await settle(outcome, page, outcomeBoxes.get(outcome.opId));
        // [FGT5] What lay in the list goes to those now responsible before it leaves this device.
        if (gone.length > 0) await database.outbox.where('dossierId').anyOf(gone).filter(isInTheList).modify({ state: 'waiting' });
        const after = positionAfter(base, page, boxed.tally, nowMs);
        await database.position.put(after);
        return after;
      });
      if (stored === 'overtaken') {
        held = null;
        return { kind: 'overtaken' };
      }
      leftAt = stored;
      for (const { dossierId } of boxed.rows) held?.add(dossierId);
      // Older chunks still hold the names of those who were forgotten.
      if (page.forget.length + boxed.leftovers.length > 0) await foldSummaryChunks(database, cipher, 'now');
      return page.more ? { kind: 'stored', digestAgrees: null } : finish(stored, base);
    },
  };

  /** Only what waits: the answer to a batch may come after another loop pulled its outcomes. */
  async function setState(opIds: readonly OpId[], state: OutboxRow['state']) {
    await database.outbox.where('opId').anyOf([...opIds]).filter((row) => row.state === 'waiting').modify({ state });
  }

  async function boxPage(page: PullPage, base: PositionRow) {
    const current = (row: DossierRow | undefined) => (row?.generation === base.generation ? row : undefined);
    const here = (held ??= new Set(await database.dossiers.toCollection().primaryKeys()));
    const ids = page.dossiers.map((dossier) => dossier.dossierId);
    const known = ids.some((id) => here.has(id)) ? await database.dossiers.bulkGet(ids) : [];
    const forgotten = await database.dossiers.bulkGet([...page.forget]);
    const lines: SummaryLine[] = [];
    let tally = base.tally;
    const merged = await Promise.all(
      page.dossiers.map(async ({ dossierId, records, json }, index) => {
        // A row of an older generation is not merged with: what the server no longer has must not live on in it.
        const row = current(known[index]);
        // A box that does not open counts as empty; its tally does not, so the digest differs and all is fetched again [DIG3].
        const before = row === undefined ? [] : await openDossier(cipher, row).then((content) => content.records, () => []);
        const all = mergeRecords(before, records);
        return { dossierId, all, json: row === undefined ? json : undefined, out: row?.tally ?? emptyTally, into: tallyOf(all) };
      }),
    );
    for (const { dossierId, all, out, into } of merged) {
      tally = replaceTally(tally, out, into);
      const summary = summarise(dossierId, all);
      if (summary !== null) lines.push(summary);
    }
    for (const [index, dossierId] of page.forget.entries()) {
      tally = replaceTally(tally, current(forgotten[index])?.tally ?? emptyTally, emptyTally);
      lines.push({ dossierId, gone: true });
    }
    // The pull from 0 is whole with this page: what it did not bring is no longer there for this person. In the same
    // transaction, for after a stop in between nobody would look again.
    const leftovers = base.rebuilding && !page.more ? await leftoversOf(page, base.generation) : [];
    lines.push(...leftovers.map((dossierId) => ({ dossierId, gone: true }) as const));
    const rows = await Promise.all(
      merged.map(async ({ dossierId, all, json, into }): Promise<DossierRow> => {
        const place = placeOf.dossier(dossierId);
        return { dossierId, generation: base.generation, tally: into, box: await (json === undefined ? cipher.seal(place, { records: all }) : cipher.sealBytes(place, json)) };
      }),
    );
    return { rows, tally, leftovers, chunk: lines.length === 0 ? null : await cipher.seal(placeOf.summaries, lines) };
  }

  async function boxOutcomes(outcomes: readonly Outcome[]): Promise<ReadonlyMap<OpId, Box>> {
    const boxes = new Map<OpId, Box>();
    for (const outcome of outcomes) {
      if (outcome.outcome === 'conflict' || outcome.outcome === 'refused') boxes.set(outcome.opId, await cipher.seal(placeOf.outcome(outcome.opId), outcome));
    }
    return boxes;
  }

  /** [PULL3] Only a pulled outcome moves an operation; one that this device no longer holds changes nothing. */
  async function settle(outcome: Outcome, { epoch, cursor }: Pick<PullPage, 'epoch' | 'cursor'>, box: Box | undefined): Promise<void> {
    const entry = await database.outbox.get(outcome.opId);
    if (entry === undefined) return;
    switch (outcome.outcome) {
      case 'applied':
      case 'handed-over':
      case 'resolved': {
        const { opId, recordId, dossierId } = entry;
        // Work that has no version of its own was settled at this cursor or before: a backup that reaches it holds it [JRN6].
        const n = outcome.outcome === 'applied' ? outcome.n : cursor;
        await database.receipts.put({ opId, settled: outcome.outcome, recordId, dossierId, n, epoch, receivedAtMs: outcome.receivedAtMs });
        await database.outbox.delete(opId);
        return;
      }
      case 'conflict':
      case 'refused':
        await database.outbox.update(outcome.opId, { state: outcome.outcome, ...(box === undefined ? {} : { outcomeBox: box }) });
        // A decision that was refused decided nothing: the choice is open again [CON4].
        if (outcome.outcome === 'refused') {
          await database.outbox.filter((row) => row.resolvedBy === outcome.opId).modify((row) => {
            delete (row as { resolvedBy?: OpId }).resolvedBy;
          });
        }
    }
  }

  async function leftoversOf(page: PullPage, generation: number): Promise<readonly DossierId[]> {
    const arrived = new Set(page.dossiers.map((dossier) => dossier.dossierId));
    const older = await database.dossiers.filter((row) => row.generation < generation).primaryKeys();
    return older.filter((dossierId) => !arrived.has(dossierId));
  }

  /** A whole pull: what is here is compared with what the server says [DIG2]. */
  async function finish(position: PositionRow, base: PositionRow): Promise<StoredPage> {
    await foldSummaryChunks(database, cipher, 'many');
    if (position.digestAgrees !== false) return { kind: 'stored', digestAgrees: position.digestAgrees };
    // Once: a rebuild that ended unequal would only fetch everything for ever, with every pull again [DIG3].
    if (base.rebuilding || base.digestAgrees === false) return { kind: 'stored', digestAgrees: false };
    await database.position.put(startOver(position));
    return { kind: 'starts-over' };
  }
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

const isInTheList = (row: OutboxRow) => row.state === 'conflict' || row.state === 'refused';

const samePosition = (a: PositionRow, b: PositionRow) => a.cursor === b.cursor && a.epoch === b.epoch && a.generation === b.generation;

const startOver = (position: PositionRow): PositionRow => ({ ...position, cursor: 0, generation: position.generation + 1, tally: emptyTally, rebuilding: true });

function positionAfter(base: PositionRow, page: PullPage, tally: Tally, nowMs: number): PositionRow {
  const digestAgrees = page.more || page.digest === null ? base.digestAgrees : page.digest === tallyText(tally);
  return {
    key: 'position',
    epoch: page.epoch,
    cursor: page.cursor,
    lastPullAtMs: page.more ? base.lastPullAtMs : nowMs,
    backedUpThrough: page.backedUpThrough,
    serverTimeMs: page.serverTimeMs,
    // Nothing can be missing on the first server there ever was.
    journalEpoch: base.epoch === null ? page.epoch : base.journalEpoch,
    generation: base.generation,
    tally,
    rebuilding: page.more && base.rebuilding,
    digestAgrees,
  };
}
