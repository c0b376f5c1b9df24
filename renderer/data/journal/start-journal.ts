import type { OpId, UserId } from '#shared/domain/ids.ts';
import { compareJournal, trimmable, type DatabaseSide } from '#shared/sync/journal/compare.ts';
import { readJournal, type JournalLine } from '#shared/sync/journal/journal-line.ts';
import type { ClaimedFiles, JournalFiles } from './journal-files.ts';
import { openJournal, type Journal } from './journal.ts';
import type { KeptOperation, KeptWork } from './kept-work.ts';
import type { LineSeal } from './seal-line.ts';

export interface StartedJournal {
  /** Null when there is no place for a second copy. */
  readonly journal: Journal | null;
  /** Kept work that the database had lost and that is back in the outbox [count]. */
  readonly restored: number;
  /** Lines that can no longer be opened here; the server can [count]. */
  readonly unopened: number;
  close(): void;
}

export interface JournalParts {
  readonly work: KeptWork;
  readonly userId: UserId;
  readonly seal: LineSeal;
  readonly files: JournalFiles;
  readonly nowMs: number;
}

/** The database refuses what the journal would give back: it is not opened, or kept work would be out of everyone's sight. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/**
 * Compares journal and database before the sync loop begins: what the database lost is put back under the same id, what
 * the journal misses is written now, what closed windows left is taken over, what is long settled goes [JRN5] [JRN6].
 * @throws DatabaseUnusable when the database, not the journal, is what fails
 */
export async function startJournal(parts: JournalParts): Promise<StartedJournal> {
  let claimed: ClaimedFiles;
  try {
    claimed = await parts.files.claim(parts.userId);
  } catch {
    return { journal: null, restored: 0, unopened: 0, close: () => undefined };
  }
  try {
    const journal = await openJournal(claimed.own, parts.seal);
    const left = await Promise.all(claimed.abandoned.map(async (file) => readJournal(await file.read()).lines));
    const { restored, unopened } = await mend(parts, journal, left.flat());
    // Only now: everything of these files is in this window's own journal, or in the database as settled.
    for (const [index, file] of claimed.abandoned.entries()) if ((left[index] ?? []).length > 0) await file.replace('');
    claimed.releaseAbandoned();
    return { journal, restored, unopened, close: () => claimed.release() };
  } catch (error) {
    claimed.release();
    if (error instanceof DatabaseUnusable) throw error;
    return { journal: null, restored: 0, unopened: 0, close: () => undefined };
  }
}

async function mend({ work, seal, nowMs }: JournalParts, journal: Journal, left: readonly JournalLine[]): Promise<{ readonly restored: number; readonly unopened: number }> {
  const { kept, receipts, server } = await work.read().catch(unusable);
  const side: DatabaseSide = { kept: new Set(kept.map(({ operation }) => operation.opId)), receipts };
  const own = journal.lines();
  const { restore } = compareJournal([...own, ...left], side);
  const opened = await Promise.all(restore.map(async (line) => ({ line, operation: await seal.open(line) })));
  const readable = opened.flatMap(({ line, operation }) => (operation === null ? [] : [{ keptAtMs: line.keptAtMs, operation }]));
  if (readable.length > 0) await work.putBack([...readable].sort((a, b) => a.keptAtMs - b.keptAtMs)).catch(unusable);

  // Everything that is not settled has its line in this window's own journal.
  const written = new Set(own.map((line) => line.opId));
  const missing = new Map<OpId, KeptOperation>();
  for (const entry of [...kept, ...readable]) if (!written.has(entry.operation.opId)) missing.set(entry.operation.opId, entry);
  for (const { operation, keptAtMs } of missing.values()) await journal.append(operation, keptAtMs);

  if (server !== null) await journal.trim(trimmable(journal.lines(), side, server, nowMs));
  return { restored: readable.length, unopened: opened.length - readable.length };
}

function unusable(cause: unknown): never {
  throw new DatabaseUnusable('journal: the database cannot be read or written', { cause });
}
