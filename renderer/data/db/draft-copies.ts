import { liveQuery } from 'dexie';
import { z } from 'zod';
import type { DossierId } from '#shared/domain/ids.ts';
import type { PrivateFile } from '../../platform/private-file.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isDraftKept } from './is-draft-kept.ts';
import type { DraftRow, UserDatabase } from './user-database.ts';

/*
 * Drafts are not in the second journal: that holds what was kept. But a browser that could not write to its database throws it away
 * at the next start, and a person was told that their draft is saved. So a copy of the boxes lies outside IndexedDB too.
 */
const copiesSchema = z.looseObject({
  v: z.literal(1),
  drafts: z.array(z.object({ draftId: z.string(), dossierId: z.string(), savedAtMs: z.number(), box: z.string() })),
});

/**
 * Puts back the drafts that the database lost. What was kept meanwhile stays kept [KEEP1].
 * @returns how many came back [count]
 */
export async function restoreDrafts(database: UserDatabase, file: PrivateFile): Promise<number> {
  const copies = readCopies(await file.read());
  if (copies.length === 0) return 0;
  return database.transaction('rw', [database.drafts, database.outbox, database.receipts], async () => {
    let restored = 0;
    for (const copy of copies) {
      if ((await isDraftKept(database, copy.dossierId, copy.draftId)) || (await database.drafts.get(copy.draftId)) !== undefined) continue;
      await database.drafts.add(copy);
      restored += 1;
    }
    return restored;
  });
}

/**
 * Keeps the copies as the drafts are, whoever changes them and in whatever window. A database that cannot be read changes nothing.
 * @returns `stop` leaves the copies as they are, `finish` once they are as the drafts are then: what was typed last was saved a moment
 *   ago. `leaveOut` takes one out before it is thrown away: after a stop in between it must not come back
 */
export function followDrafts(database: UserDatabase, file: PrivateFile): { stop(): void; finish(): Promise<void>; leaveOut(draftId: string): Promise<void> } {
  let writing: Promise<unknown> = Promise.resolve();
  let written: string | null = null;
  const copy = (rows: readonly DraftRow[]): void => {
    const text = textOf(rows);
    writing = writing.then(async () => {
      // A disk that refuses keeps the copy of before; the next change tries again.
      if (text !== written && (await file.write(text))) written = text;
    });
  };
  const subscription = liveQuery(() => database.drafts.toArray()).subscribe({ next: copy, error: () => undefined });
  let isStopped = false;
  return {
    stop() {
      isStopped = true;
      subscription.unsubscribe();
    },
    async leaveOut(draftId) {
      if (isStopped || !database.isOpen()) return;
      copy((await database.drafts.toArray()).filter((row) => row.draftId !== draftId));
      await writing;
    },
    async finish() {
      subscription.unsubscribe();
      if (!isStopped && database.isOpen()) await database.drafts.toArray().then(copy, () => undefined);
      await writing;
    },
  };
}

const textOf = (rows: readonly DraftRow[]): string => JSON.stringify({ v: 1, drafts: rows.map(({ draftId, dossierId, savedAtMs, box }) => ({ draftId, dossierId, savedAtMs, box: toBase64(box) })) });

function readCopies(text: string | null): readonly DraftRow[] {
  if (text === null) return [];
  try {
    const parsed = copiesSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.drafts.map(({ draftId, dossierId, savedAtMs, box }) => ({ draftId, dossierId: dossierId as DossierId, savedAtMs, box: fromBase64(box) })) : [];
  } catch {
    return [];
  }
}
