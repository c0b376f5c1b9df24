import type { DossierId } from '#shared/domain/ids.ts';
import type { ArrivedDossier, DeviceStore, PullPage, StoredPage } from '#shared/sync/ports.ts';
import type { Cipher } from './cipher.ts';
import { createDexieOutbox } from './dexie-outbox.ts';
import { mergeRecords, openDossier } from './dossier-content.ts';
import { placeOf } from './places.ts';
import { createDossierPreparation, type PreparedDossier } from './prepared-dossier.ts';
import { summarise, summaryVersion, type SummaryLine } from './summary.ts';
import { foldSummaryChunks, nextChunkId } from './summary-chunks.ts';
import { emptyTally, replaceTally, tallyOf, tallyText } from './tally.ts';
import type { DossierRow, PositionRow, Tally, UserDatabase } from './user-database.ts';

/** How long what waits is held back for the journal, when a server was restored: a disk that refuses must not hold it up for ever [ms] [JRN15]. */
export const comparedWithinMs = 30_000;

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

/** The device's memory behind the sync loop, in IndexedDB. Everything is boxed before a transaction opens [KEEP2]. */
export function createDexieDeviceStore(database: UserDatabase, cipher: Cipher): DeviceStore {
  /**
   * The dossiers that are here, so that a first pull need not look for what cannot be there. Known for the position that
   * this loop left: when another loop stored a page meanwhile, it is read again [WIN3].
   */
  let held: Set<DossierId> | null = null;
  const outbox = createDexieOutbox(database, cipher);
  const preparation = createDossierPreparation(cipher);
  /** Not looked at since a chunk was added. */
  let mayBeManyChunks = true;
  let leftAt: PositionRow | null = null;
  /** Since when this loop waits for the journal: it last stored a page of the first pull in another epoch, or took over from one that did [ms]. */
  let restoredAtMs: number | null = null;
  /** Whether this loop knows that no other one left the journal to be compared. */
  let knowsCompared = false;
  return {
    ...outbox.port,

    async nextBatch(limit, nowMs, except) {
      return (await isBeingCompared(nowMs)) ? [] : outbox.port.nextBatch(limit, nowMs, except);
    },

    async position() {
      const { epoch, cursor, lastPullAtMs } = (await database.position.get('position')) ?? emptyPosition;
      return { epoch, cursor, lastPullAtMs };
    },

    prepare(page) {
      // What is here is merged with, inside `storePage`; before the first page nobody knows what is here.
      if (held === null) return;
      for (const dossier of page.dossiers) if (!held.has(dossier.dossierId)) preparation.begin(dossier);
    },

    async storePage(page, nowMs, madeFor) {
      const before = (await database.position.get('position')) ?? emptyPosition;
      // [WIN3] A window that froze and woke brings an answer to what it asked then.
      if (madeFor !== undefined && (madeFor.cursor !== before.cursor || madeFor.epoch !== before.epoch)) return overtaken();
      if (leftAt === null || !samePosition(leftAt, before)) held = null;
      // [PULL7] Another epoch: what the old server said is no longer known to be true. It stays until the new pull is whole.
      const base = before.epoch !== null && before.epoch !== page.epoch ? startOver(before) : before;
      const changesNothing = page.dossiers.length + page.outcomes.length + (page.unknownOutcomes?.length ?? 0) + page.forget.length === 0 && !base.rebuilding;
      const stored = changesNothing ? await storePosition(positionAfter(base, page, base.tally, nowMs), before) : await storeContent(page, nowMs, before, base);
      if (stored === 'overtaken') return overtaken();
      leftAt = stored;
      // Counted from the last page: comparing begins when the pull is whole, however long that took.
      if ((before.epoch !== null && before.epoch !== page.epoch) || (restoredAtMs !== null && base.rebuilding)) restoredAtMs = nowMs;
      return page.more ? { kind: 'stored', digestAgrees: null } : finish(stored, base);
    },
  };

  function overtaken(): StoredPage {
    held = null;
    // The other loop may have heard of a restored server.
    knowsCompared = false;
    return { kind: 'overtaken' };
  }

  /**
   * [JRN15] A server was restored, and the journal was not compared since: what was lost goes first, and what waits gets other bases.
   * What went before that would conflict with the person's own work.
   */
  async function isBeingCompared(nowMs: number): Promise<boolean> {
    if (restoredAtMs === null && knowsCompared) return false;
    knowsCompared = true;
    const [position, places] = await Promise.all([database.position.get('position'), database.journalPlaces.toArray()]);
    const { epoch = null, journalEpoch = null } = position ?? {};
    const isLeftBehind = places.some((place) => place.epoch !== epoch);
    // Where no window has a journal there is nothing to wait for.
    const isBehind = epoch !== null && (isLeftBehind || (restoredAtMs !== null && journalEpoch !== epoch));
    if (isBehind && restoredAtMs === null) restoredAtMs = nowMs;
    const sinceMs = nowMs - (restoredAtMs ?? nowMs);
    // A clock that was set back has passed the wait too.
    if (isBehind && sinceMs >= 0 && sinceMs < comparedWithinMs) return true;
    restoredAtMs = null;
    return false;
  }

  /** Most pulls bring nothing: then only the position is opened. */
  async function storePosition(after: PositionRow, before: PositionRow): Promise<PositionRow | 'overtaken'> {
    return database.transaction('rw', database.position, async () => {
      const now = (await database.position.get('position')) ?? emptyPosition;
      // [WIN3] And so may have another loop just now, between the reading and this.
      if (!samePosition(now, before)) return 'overtaken';
      const stored = besideJournal(after, now);
      await database.position.put(stored);
      return stored;
    });
  }

  async function storeContent(page: PullPage, nowMs: number, before: PositionRow, base: PositionRow): Promise<PositionRow | 'overtaken'> {
    const boxed = await boxPage(page, base);
    const outcomeBoxes = await outbox.boxOutcomes(page);
    const gone = [...page.forget, ...boxed.leftovers];
    const after = positionAfter(base, page, boxed.tally, nowMs);
    const stored = await database.transaction('rw', [database.position, database.dossiers, database.summaryChunks, database.outbox, database.receipts], async () => {
      const now = (await database.position.get('position')) ?? emptyPosition;
      if (!samePosition(now, before)) return 'overtaken';
      await database.dossiers.bulkPut([...boxed.rows]);
      if (gone.length > 0) await database.dossiers.bulkDelete(gone);
      if (boxed.chunk !== null) await database.summaryChunks.add({ chunkId: await nextChunkId(database), made: summaryVersion, box: boxed.chunk });
      await outbox.settle(page, outcomeBoxes, gone);
      const position = besideJournal(after, now);
      await database.position.put(position);
      return position;
    });
    if (stored === 'overtaken') return stored;
    if (boxed.chunk !== null) mayBeManyChunks = true;
    outbox.forgetSettled(page);
    for (const { dossierId } of boxed.rows) held?.add(dossierId);
    // Older chunks still hold the names of those who were forgotten.
    if (gone.length > 0) await foldSummaryChunks(database, cipher, 'now');
    return stored;
  }

  async function boxPage(page: PullPage, base: PositionRow) {
    const current = (row: DossierRow | undefined) => (row?.generation === base.generation ? row : undefined);
    const here = (held ??= new Set(await database.dossiers.toCollection().primaryKeys()));
    // Only these: in a first pull nearly nothing is here, and looking for it costs as much as storing it.
    const known = await rowsOf(page.dossiers.map((dossier) => dossier.dossierId).filter((id) => here.has(id)));
    const forgotten = await rowsOf(page.forget);
    const lines: SummaryLine[] = [];
    const rows: DossierRow[] = [];
    let tally = base.tally;
    const boxed = await Promise.all(
      page.dossiers.map(async (dossier) => {
        // A row of an older generation is not merged with: what the server no longer has must not live on in it.
        const row = current(known.get(dossier.dossierId));
        return { dossierId: dossier.dossierId, out: row?.tally ?? emptyTally, into: await (row === undefined ? preparation.take(dossier) : mergedWith(row, dossier)) };
      }),
    );
    for (const { dossierId, out, into } of boxed) {
      tally = replaceTally(tally, out, into.tally);
      rows.push({ dossierId, generation: base.generation, tally: into.tally, box: into.box });
      if (into.summary !== null) lines.push(into.summary);
    }
    for (const dossierId of page.forget) {
      tally = replaceTally(tally, current(forgotten.get(dossierId))?.tally ?? emptyTally, emptyTally);
      lines.push({ dossierId, gone: true });
    }
    // The pull from 0 is whole with this page: what it did not bring is no longer there for this person. In the same
    // transaction, for after a stop in between nobody would look again.
    const leftovers = base.rebuilding && !page.more ? await leftoversOf(page, base.generation) : [];
    lines.push(...leftovers.map((dossierId) => ({ dossierId, gone: true }) as const));
    return { rows, tally, leftovers, chunk: lines.length === 0 ? null : await cipher.seal(placeOf.summaries, lines) };
  }

  async function rowsOf(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, DossierRow>> {
    const found = ids.length === 0 ? [] : await database.dossiers.bulkGet([...ids]);
    return new Map(found.flatMap((row) => (row === undefined ? [] : [[row.dossierId, row]])));
  }

  /** A box that does not open counts as empty; its tally does not, so the digest differs and all is fetched again [DIG3]. */
  async function mergedWith(row: DossierRow, { dossierId, records }: ArrivedDossier): Promise<PreparedDossier> {
    const before = await openDossier(cipher, row).then((content) => content.records, () => []);
    const all = mergeRecords(before, records);
    return { box: await cipher.seal(placeOf.dossier(dossierId), { records: all }), tally: tallyOf(all), summary: summarise(dossierId, all) };
  }

  async function leftoversOf(page: PullPage, generation: number): Promise<readonly DossierId[]> {
    const arrived = new Set(page.dossiers.map((dossier) => dossier.dossierId));
    const older = await database.dossiers.filter((row) => row.generation < generation).primaryKeys();
    return older.filter((dossierId) => !arrived.has(dossierId));
  }

  /** A whole pull: what is here is compared with what the server says [DIG2]. */
  async function finish(position: PositionRow, base: PositionRow): Promise<StoredPage> {
    if (mayBeManyChunks) await foldSummaryChunks(database, cipher, 'many');
    mayBeManyChunks = false;
    if (position.digestAgrees !== false) return { kind: 'stored', digestAgrees: position.digestAgrees };
    // Once: a rebuild that ended unequal would only fetch everything for ever, with every pull again [DIG3].
    if (base.rebuilding || base.digestAgrees === false) return { kind: 'stored', digestAgrees: false };
    const { cursor, generation, tally, rebuilding } = startOver(position);
    const isOurs = await database.transaction('rw', database.position, async () => {
      const now = await database.position.get('position');
      if (now === undefined || !samePosition(now, position)) return false;
      await database.position.update('position', { cursor, generation, tally, rebuilding });
      return true;
    });
    return isOurs ? { kind: 'starts-over' } : overtaken();
  }
}

/** The tally too: another window may have found a file that does not open, and count it no more [DIG4]. */
const samePosition = (a: PositionRow, b: PositionRow) =>
  a.cursor === b.cursor && a.epoch === b.epoch && a.generation === b.generation && a.tally.rows === b.tally.rows && a.tally.xor === b.tally.xor;

/** Up to where the journal was compared is the journal's to say: it may have said so while the page was boxed. */
const besideJournal = (after: PositionRow, { epoch, journalEpoch }: PositionRow): PositionRow => (epoch === null ? after : { ...after, journalEpoch });

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
