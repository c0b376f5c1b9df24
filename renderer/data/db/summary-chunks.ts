import type { DossierId } from '#shared/domain/ids.ts';
import type { Box, Cipher } from './cipher.ts';
import { placeOf } from './places.ts';
import { openDossier } from './dossier-content.ts';
import { summarise, summaryVersion, type Summary, type SummaryLine } from './summary.ts';
import { emptyTally } from './tally.ts';
import type { SummaryChunkRow, UserDatabase } from './user-database.ts';

/** More chunks than this are folded together, so that unlocking stays fast after months of small pulls. */
const mostChunks = 48;
const linesPerChunk = 1_000;

export async function openChunk(cipher: Cipher, row: SummaryChunkRow): Promise<readonly SummaryLine[]> {
  return (await cipher.open(placeOf.summaries, row.box)) as readonly SummaryLine[];
}

/** Lays the lines of newer chunks over older ones. Changes `known`. */
export function layLines(known: Map<DossierId, Summary>, lines: readonly SummaryLine[]): void {
  for (const line of lines) {
    if ('gone' in line) known.delete(line.dossierId);
    else known.set(line.dossierId, line);
  }
}

/**
 * Numbered by us, not by the database: a live query in another window does not see rows that got their key there
 * (found with Dexie 4.4 between a worker and its window). Call inside the writing transaction.
 */
export async function nextChunkId(database: UserDatabase): Promise<number> {
  return ((await database.summaryChunks.toCollection().primaryKeys()).at(-1) ?? 0) + 1;
}

/**
 * Rewrites many small chunks as few large ones: when there are many, and at once when someone was forgotten, for the
 * older chunks still hold their name. Derived data: when the chunks moved meanwhile, it simply does nothing.
 */
export async function foldSummaryChunks(database: UserDatabase, cipher: Cipher, when: 'many' | 'now'): Promise<void> {
  if (when === 'many' && (await database.summaryChunks.count()) <= mostChunks) return;
  const rows = await database.summaryChunks.orderBy('chunkId').toArray();
  // Folded among others, lines of another version would be taken for ours.
  if (rows.some((row) => row.made !== summaryVersion)) return void (await remakeSummaryChunks(database, cipher, () => undefined));
  const known = new Map<DossierId, Summary>();
  for (const row of rows) layLines(known, await openChunk(cipher, row));
  const lines = [...known.values()];
  await replaceChunks(database, cipher, lines, rows.at(-1)?.chunkId);
}

/**
 * Makes the lines anew from the files when an app of another version made them [VER7].
 * @param progress how many files were read of how many [count]
 * @returns false when nothing was to be done
 */
export async function remakeSummaryChunks(database: UserDatabase, cipher: Cipher, progress: (done: number, total: number) => void): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const rows = await database.summaryChunks.orderBy('chunkId').toArray();
    if (rows.every((row) => row.made === summaryVersion)) return tries > 0;
    const ids = await database.dossiers.toCollection().primaryKeys();
    const lines: Summary[] = [];
    for (let start = 0; start < ids.length; start += filesAtOnce) {
      progress(start, ids.length);
      const stored = await database.dossiers.bulkGet(ids.slice(start, start + filesAtOnce));
      for (const row of stored) {
        if (row === undefined) continue;
        const records = await openDossier(cipher, row).then((content) => content.records, () => null);
        // It has no line until it was fetched again, which its digest sees to: what does not open counts for nothing in it [DIG4].
        if (records === null) await database.dossiers.where('dossierId').equals(row.dossierId).filter((now) => now.box.join() === row.box.join()).modify({ tally: emptyTally });
        const line = records === null ? null : summarise(row.dossierId, records);
        if (line !== null) lines.push(line);
      }
    }
    if (await replaceChunks(database, cipher, lines, rows.at(-1)?.chunkId)) return true;
  }
  return false;
}

/** A pull may write chunks while the files are read; then it is done once more. */
const mostTries = 3;
const filesAtOnce = 200;

async function replaceChunks(database: UserDatabase, cipher: Cipher, lines: readonly Summary[], lastSeen: number | undefined): Promise<boolean> {
  const boxes: Box[] = [];
  for (let start = 0; start < lines.length; start += linesPerChunk) {
    boxes.push(await cipher.seal(placeOf.summaries, lines.slice(start, start + linesPerChunk)));
  }
  return database.transaction('rw', database.summaryChunks, async () => {
    const newest = await database.summaryChunks.orderBy('chunkId').last();
    if (newest?.chunkId !== lastSeen) return false;
    const first = await nextChunkId(database);
    await database.summaryChunks.clear();
    await database.summaryChunks.bulkAdd(boxes.map((box, index) => ({ chunkId: first + index, made: summaryVersion, box })));
    return true;
  });
}
