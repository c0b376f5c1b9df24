import { liveQuery } from 'dexie';
import type { DossierId } from '#shared/domain/ids.ts';
import type { Day } from '#shared/lib/calendar.ts';
import type { Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import { summarise, summaryVersion, type Summary, type SummaryLine } from '../db/summary.ts';
import { layLines, openChunk, remakeSummaryChunks } from '../db/summary-chunks.ts';
import type { OutboxRow, UserDatabase } from '../db/user-database.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { Live } from '../live.ts';
import type { CaseloadRow, CaseloadState } from '../views.ts';
import { foldPendingRecords } from './fold-dossier.ts';
import { sameLeaders, withFollowers } from './joined-rows.ts';
import { openJoinedDue } from './joined-due.ts';
import type { Leaders } from './joined-file.ts';
import { liveValue } from './live-of.ts';
import { openOutbox } from './open-outbox.ts';
import { createRowList } from './row-list.ts';

/** So many lines cost a screen some tens of milliseconds to put in order [count]. */
const manyRows = 2_000;
/** Pages of a long pull come faster than a screen can draw them: of many lines it gets what is new once in this time [ms]. */
const shownEveryMs = 400;

/** One object per summary for as long as it stays the same: whoever derives something from a row need not do it again. */
const plainRows = new WeakMap<Summary, CaseloadRow>();

function plainRow(summary: Summary, today: Day): CaseloadRow {
  const known = plainRows.get(summary);
  if (known !== undefined && isOfDay(known, summary, today)) return known;
  const row = rowOf(summary, 0, today);
  plainRows.set(summary, row);
  return row;
}

const hasEnded = ({ workingThrough }: Summary, today: Day): boolean => workingThrough !== undefined && workingThrough !== null && workingThrough < today;

/** Whether a row that was made on some day is that of today too. */
const isOfDay = (row: CaseloadRow, summary: Summary, today: Day): boolean => row.workingThrough === (hasEnded(summary, today) ? null : summary.workingThrough);

/** A placement may be known to end: through its last day somebody works there. */
function rowOf(summary: Summary, unsent: number, today: Day): CaseloadRow {
  return hasEnded(summary, today) ? { ...summary, employerName: null, employerId: null, workingSince: null, workingThrough: null, unsent } : { ...summary, unsent };
}

export interface Caseload {
  readonly live: Live<CaseloadState>;
  readonly leaders: Live<Leaders>;
  everything(): readonly CaseloadRow[];
  /** It may be another day: lines that say what holds today are made again. */
  dayTurned(): void;
  close(): void;
}

/**
 * The caseload in memory while unlocked: filled once from the packed summaries, then updated by what changed. Lines of
 * dossiers with unsent work are computed from the whole dossier, so that an offline visit shows at once.
 */
export function openCaseload(database: UserDatabase, cipher: Cipher, today: () => Day): Caseload {
  const state = liveValue<CaseloadState>({ kind: 'loading', done: 0, total: 0 });
  const known = new Map<DossierId, Summary>();
  let overlaid: ReadonlyMap<DossierId, { readonly summary: Summary; row: CaseloadRow }> = new Map();
  const leaders = liveValue<Leaders>(new Map());
  const list = createRowList({
    today,
    *ids() {
      yield* known.keys();
      for (const dossierId of overlaid.keys()) if (!known.has(dossierId)) yield dossierId;
    },
    rowOf(dossierId, on) {
      const laid = overlaid.get(dossierId);
      if (laid !== undefined) {
        if (!isOfDay(laid.row, laid.summary, on)) laid.row = rowOf(laid.summary, laid.row.unsent, on);
        return laid.row;
      }
      const summary = known.get(dossierId);
      return summary === undefined ? undefined : plainRow(summary, on);
    },
  });
  let everything: readonly CaseloadRow[] = [];
  let lastChunk = 0;
  let ready = false;
  let publishedAtMs = Number.NEGATIVE_INFINITY;
  let publishing: ReturnType<typeof setTimeout> | null = null;
  // One change after the other: two at once could lay an older line over a newer one.
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    queue = queue.then(work).catch(() => state.set({ kind: 'failed' }));
  };

  const publish = (isMoreThanLines = false) => {
    if (publishing !== null) clearTimeout(publishing);
    publishing = null;
    if (!ready) return;
    publishedAtMs = performance.now();
    const { rows, leaders: found } = list.take();
    // Whoever draws 15,000 lines needs not be told that none of them changed.
    if (rows === everything && !isMoreThanLines && state.current().kind === 'ready') return;
    everything = rows;
    if (!sameLeaders(found, leaders.current())) leaders.set(found);
    state.set({ kind: 'ready', rows: found.size === 0 ? rows : withFollowers(rows, found, joinedDue.askedOf) });
  };

  const publishSoon = () => {
    if (known.size < manyRows) publish();
    // Never in the same task: what arrived was opened in it, and that of many lines is work enough.
    else publishing ??= setTimeout(() => publish(), Math.max(0, publishedAtMs + shownEveryMs - performance.now()));
  };

  /** The lines then have new numbers, and are looked at again. */
  const remake = () => remakeSummaryChunks(database, cipher, (done, total) => (ready ? undefined : state.set({ kind: 'loading', done, total }))).then(() => undefined);

  const takeChunk = (id: number | undefined): Promise<readonly SummaryLine[] | 'of another version' | null> => {
    const taking = (async () => {
      const row = id === undefined ? undefined : await database.summaryChunks.get(id);
      if (row === undefined) return null;
      return row.made === summaryVersion ? openChunk(cipher, row) : 'of another version';
    })();
    // Said when it is waited for; after a break nobody does.
    taking.catch(() => undefined);
    return taking;
  };

  const takeChunks = async (ids: readonly number[]) => {
    const first = ids[0];
    // Folded chunks have new ids, and a line that only said "gone" is no longer among them: start over.
    if (ids.length === 0 || (first !== undefined && lastChunk > 0 && !ids.includes(lastChunk))) {
      known.clear();
      list.touchAll();
      if (ids.length > 0) lastChunk = 0;
    }
    const fresh = ids.filter((id) => id > lastChunk);
    // The next one is read and opened while this one is taken apart.
    let ahead = takeChunk(fresh[0]);
    for (const [index, id] of fresh.entries()) {
      const chunk = await ahead;
      if (chunk === null) break;
      // Of a window of another version, or of before a pull that was quicker than the remaking: it lacks what the screens need [VER7].
      if (chunk === 'of another version') {
        await remake();
        return;
      }
      ahead = takeChunk(fresh[index + 1]);
      layLines(known, chunk);
      for (const { dossierId } of chunk) list.touch(dossierId);
      lastChunk = id;
      if (!ready) state.set({ kind: 'loading', done: index + 1, total: fresh.length });
    }
    ready = true;
    publishSoon();
  };

  /** One file that does not open (null) costs its own line what waits in it, and not the whole list. */
  const shownRecords = async (dossierId: DossierId, entries: readonly OutboxRow[]): Promise<readonly StoredRecord[] | null> => {
    const stored = await database.dossiers.get(dossierId);
    const records = stored === undefined ? [] : await openDossier(cipher, stored).then((content) => content.records, () => null);
    return records === null ? null : foldPendingRecords(records, await openOutbox(cipher, entries));
  };

  const joinedDue = openJoinedDue(
    async (dossierId) => shownRecords(dossierId, await database.outbox.where('dossierId').equals(dossierId).sortBy('order')),
    () => publish(true),
  );

  const takeOutbox = async (rows: readonly OutboxRow[]) => {
    const perDossier = new Map<DossierId, OutboxRow[]>();
    for (const row of rows) perDossier.set(row.dossierId, [...(perDossier.get(row.dossierId) ?? []), row]);
    const laid = new Map<DossierId, { readonly summary: Summary; row: CaseloadRow }>();
    for (const [dossierId, entries] of perDossier) {
      const records = await shownRecords(dossierId, entries);
      const summary = records === null ? (known.get(dossierId) ?? null) : summarise(dossierId, records);
      if (summary !== null) laid.set(dossierId, { summary, row: rowOf(summary, entries.length, today()) });
    }
    for (const dossierId of [...overlaid.keys(), ...laid.keys()]) list.touch(dossierId);
    // All at once: a page that arrives meanwhile is shown with what waited before.
    overlaid = laid;
    publish();
  };

  const chunks = liveQuery(() => database.summaryChunks.orderBy('chunkId').primaryKeys()).subscribe({
    next: (ids) => inTurn(() => takeChunks(ids)),
    error: () => state.set({ kind: 'failed' }),
  });
  const outbox = liveQuery(() => database.outbox.toArray()).subscribe({
    next: (rows) => inTurn(() => takeOutbox(rows)),
    error: () => state.set({ kind: 'failed' }),
  });
  return {
    live: state,
    leaders,
    everything: () => everything,
    dayTurned: () => publish(),
    close() {
      chunks.unsubscribe();
      outbox.unsubscribe();
      if (publishing !== null) clearTimeout(publishing);
      ready = false;
      known.clear();
      overlaid = new Map();
      list.touchAll();
      list.take();
      joinedDue.forget();
      everything = [];
      leaders.set(new Map());
      state.set({ kind: 'loading', done: 0, total: 0 });
    },
  };
}
