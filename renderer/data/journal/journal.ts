import type { OpId } from '#shared/domain/ids.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { JournalFile } from '#shared/sync/journal/journal-port.ts';
import { encodeJournalLine, firstPrev, hashJournalLine, readJournal, type JournalLine, type ReadJournal } from '#shared/sync/journal/journal-line.ts';
import type { LineSeal } from './seal-line.ts';

/** The second journal of this window: sealed lines in a file outside IndexedDB. */
export interface Journal {
  /** What was found when it was opened. */
  readonly found: ReadJournal;
  /** Resolves when the line is on the disk. @throws Error when it could not be written: then there is no second copy [JRN1] */
  append(operation: SignedOperation, keptAtMs: number): Promise<void>;
  /** Says that this operation was taken back: nothing gives it back from here on [JRN13]. @throws Error when it could not be written */
  withdraw(opId: OpId, atMs: number): Promise<void>;
  lines(): readonly JournalLine[];
  /** Leaves out the first lines; the rest stays as it is. */
  trim(count: number): Promise<void>;
}

/**
 * Opens the file, mends a cut end, and goes on where its chain stopped.
 * @param tell hears what is damaged before it is cut out: afterwards nobody could know
 */
export async function openJournal(file: JournalFile, seal: LineSeal, tell: (losses: readonly string[]) => Promise<void> = () => Promise.resolve()): Promise<Journal> {
  const found = readJournal(await file.read());
  if (found.losses.length > 0) await tell(found.losses);
  // Written again without what cannot be read: a half line in the middle would swallow the next one.
  const textOf = (kept: readonly JournalLine[]) => kept.map(encodeJournalLine).join('');
  let lines = [...found.lines];
  /** A write failed half-way: what it left must go before anything is written behind it. A full disk must not keep the lines from being read. */
  let torn = (found.cutTail || found.damaged > 0) && !(await file.replace(textOf(lines)).then(() => true, () => false));
  // One line after the other: each names the one before it.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  const write = (sealAfter: (prev: string) => Promise<JournalLine>): Promise<void> =>
    inTurn(async () => {
      const last = lines.at(-1);
      const line = await sealAfter(last === undefined ? firstPrev : hashJournalLine(last));
      if (torn) await file.replace(textOf(lines));
      torn = true;
      await file.append(encodeJournalLine(line));
      torn = false;
      lines.push(line);
    });
  return {
    found,
    lines: () => lines,
    append: (operation, keptAtMs) => write((prev) => seal.seal(operation, keptAtMs, prev)),
    withdraw: (opId, atMs) => write((prev) => seal.sealWithdrawal(opId, atMs, prev)),
    trim: (count) =>
      inTurn(async () => {
        if (count === 0) return;
        const rest = lines.slice(count);
        await file.replace(textOf(rest));
        torn = false;
        lines = rest;
      }),
  };
}
