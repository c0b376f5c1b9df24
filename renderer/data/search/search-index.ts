import type { DossierId } from '#shared/domain/ids.ts';
import { definitionOf, type Groups } from '#shared/domain/kinds.ts';
import { dataOf } from '#shared/sync/apply.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import { openChunk } from '../db/summary-chunks.ts';
import { nameInList } from '../db/summary.ts';
import type { DossierRow, OutboxRow, UserDatabase } from '../db/user-database.ts';
import { foldPendingRecords } from '../queries/fold-dossier.ts';
import { liveValue } from '../queries/live-of.ts';
import { openOutbox } from '../queries/open-outbox.ts';
import type { Live } from '../live.ts';
import { beginSlices } from '../slices.ts';
import { findInTexts, type SearchAnswer, type SearchFile } from './find-in-texts.ts';
import { foldForSearch, searchWords } from './fold-for-search.ts';
import { bsnIn, searchPartOf } from './searchable-text.ts';

export type SearchState = { readonly kind: 'idle' } | { readonly kind: 'reading'; readonly done: number; readonly total: number } | { readonly kind: 'ready'; readonly files: number } | { readonly kind: 'failed' };

export interface SearchIndex {
  readonly state: Live<SearchState>;
  /** Reads what is not read yet; the first time that is everything on the device. Called when somebody wants to search. */
  open(): Promise<void>;
  find(text: string): SearchAnswer;
  /** Everything that was read leaves memory. */
  close(): void;
}

/** Files read from the disk at once; what the browser hands over is taken out of its boxes in one piece [count]. */
const filesAtOnce = 100;
/** How often is told how far it is: each time what was asked for is looked for anew in all that was read [ms]. */
const toldEveryMs = 400;

/**
 * All that the device holds and this person may read, in memory, for as long as the device is open. It is read when
 * somebody first searches, and after that what changed is read again: by the lines of the caseload, which name each file
 * that a pull touched, and by the outbox.
 */
export function createSearchIndex(database: UserDatabase, cipher: Cipher): SearchIndex {
  const state = liveValue<SearchState>({ kind: 'idle' });
  const files = new Map<DossierId, SearchFile>();
  let seenChunks: ReadonlySet<number> | null = null;
  let withPending: readonly DossierId[] = [];
  let closed = false;
  let queue: Promise<void> = Promise.resolve();

  const readFiles = async (ids: readonly DossierId[], progress: (done: number) => void) => {
    const waiting = new Map<DossierId, OutboxRow[]>();
    for (const entry of await database.outbox.orderBy('order').toArray()) waiting.set(entry.dossierId, [...(waiting.get(entry.dossierId) ?? []), entry]);
    const slices = beginSlices();
    let toldAtMs = Number.NEGATIVE_INFINITY;
    for (let start = 0; start < ids.length && !closed; start += filesAtOnce) {
      if (performance.now() - toldAtMs >= toldEveryMs) {
        progress(start);
        toldAtMs = performance.now();
      }
      const batch = ids.slice(start, start + filesAtOnce);
      const rows = await database.dossiers.bulkGet(batch);
      // The browser deciphers beside this thread, several at a time.
      const opened = await Promise.all(rows.map(recordsOf));
      for (const [index, dossierId] of batch.entries()) {
        const entries = waiting.get(dossierId);
        const stored = opened[index] ?? [];
        const file = fileOf(dossierId, entries === undefined ? stored : foldPendingRecords(stored, await openOutbox(cipher, entries)));
        // Locked meanwhile: what was cleared must not fill again.
        if (closed) return;
        if (file.parts.length === 0) files.delete(dossierId);
        else files.set(dossierId, file);
        if (slices.isOver()) await slices.rest();
      }
    }
  };
  /** A box that does not open is found and said elsewhere; here it only holds nothing. */
  const recordsOf = (row: DossierRow | undefined): Promise<readonly StoredRecord[]> => (row === undefined ? Promise.resolve([]) : openDossier(cipher, row).then((content) => content.records, () => []));

  const refresh = async () => {
    const chunks = await database.summaryChunks.orderBy('chunkId').primaryKeys();
    const pending = (await database.outbox.orderBy('dossierId').uniqueKeys()) as DossierId[];
    const known = seenChunks;
    // Folded lines no longer say which of them are new.
    const isFolded = known !== null && [...known].some((id) => !chunks.includes(id));
    if (known === null || isFolded) {
      const ids = await database.dossiers.toCollection().primaryKeys();
      const all = new Set([...ids, ...pending]);
      for (const dossierId of files.keys()) if (!all.has(dossierId)) files.delete(dossierId);
      await readFiles([...all], (done) => state.set({ kind: 'reading', done, total: all.size }));
    } else {
      const touched = new Set<DossierId>([...withPending, ...pending]);
      for (const id of chunks.filter((chunk) => !known.has(chunk))) {
        const row = await database.summaryChunks.get(id);
        for (const line of row === undefined ? [] : await openChunk(cipher, row)) touched.add(line.dossierId);
      }
      await readFiles([...touched], () => undefined);
    }
    if (closed) return;
    seenChunks = new Set(chunks);
    withPending = pending;
    state.set({ kind: 'ready', files: files.size });
  };

  return {
    state,
    open() {
      queue = queue.then(refresh).catch(() => {
        seenChunks = null;
        if (!closed) state.set({ kind: 'failed' });
      });
      return queue;
    },
    find: (text) => findInTexts(files.values(), searchWords(text), foldForSearch),
    close() {
      closed = true;
      files.clear();
      state.set({ kind: 'idle' });
    },
  };
}

function fileOf(dossierId: DossierId, records: readonly StoredRecord[]): SearchFile {
  const readable = records.map(({ kind, recordId, groups }) => ({ kind, recordId, groups: dataOf(groups) }));
  const parts = readable.filter(({ kind }) => definitionOf(kind).dossier !== 'region').map(searchPartOf).filter(({ text }) => text !== '');
  const candidate = readable.find(({ kind }) => kind === 'candidate')?.groups as Groups<'candidate'> | undefined;
  const employer = readable.find(({ kind }) => kind === 'employer')?.groups as Groups<'employer'> | undefined;
  const title = (candidate === undefined ? employer?.identity?.name : nameInList(candidate, dossierId)) ?? '';
  return { dossierId, title, isCandidate: candidate !== undefined, bsn: bsnIn(readable), parts, folded: foldForSearch(`${title}\n${parts.map(({ text }) => text).join('\n')}`) };
}
