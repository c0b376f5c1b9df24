import type { DossierId } from '#shared/domain/ids.ts';
import type { Box, Cipher } from './cipher.ts';
import { placeOf } from './places.ts';
import type { Summary, SummaryLine } from './summary.ts';
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
  const known = new Map<DossierId, Summary>();
  for (const row of rows) layLines(known, await openChunk(cipher, row));
  const lines = [...known.values()];
  const boxes: Box[] = [];
  for (let start = 0; start < lines.length; start += linesPerChunk) {
    boxes.push(await cipher.seal(placeOf.summaries, lines.slice(start, start + linesPerChunk)));
  }
  const lastSeen = rows.at(-1)?.chunkId;
  await database.transaction('rw', database.summaryChunks, async () => {
    const newest = await database.summaryChunks.orderBy('chunkId').last();
    if (newest?.chunkId !== lastSeen) return;
    const first = await nextChunkId(database);
    await database.summaryChunks.clear();
    await database.summaryChunks.bulkAdd(boxes.map((box, index) => ({ chunkId: first + index, box })));
  });
}
