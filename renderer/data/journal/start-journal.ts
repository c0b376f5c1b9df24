import type { OpId, UserId } from '#shared/domain/ids.ts';
import { compareJournal, trimmable, withdrawnIn } from '#shared/sync/journal/compare.ts';
import { givenBefore, onOwnWork, versionsGiven } from '#shared/sync/journal/on-own-work.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { JournalFile } from '#shared/sync/journal/journal-port.ts';
import { readJournal, type JournalLine } from '#shared/sync/journal/journal-line.ts';
import type { ClaimedFiles, JournalFiles } from './journal-files.ts';
import { nameOfUnopened } from './deliver-unopened.ts';
import { openJournal, type Journal } from './journal.ts';
import type { JournalDoubt, KeptOperation, KeptWork } from './kept-work.ts';
import type { LineSeal } from './seal-line.ts';

export interface StartedJournal {
  /** Null when there is no place for a second copy. */
  readonly journal: Journal | null;
  /** Everything in the outbox has its line. */
  readonly complete: boolean;
  /** Kept work that the database had lost and that is back in the outbox [count]. */
  readonly restored: number;
  /** Lines that can no longer be opened here; the server can [count]. */
  readonly unopened: number;
  /** The same lines, to be brought to the server [JRN11]. */
  readonly unopenedLines: readonly JournalLine[];
  /** To be asked after every pull: a server that was restored is offered again what it settled since [JRN10]. @returns how many */
  compareAgain(): Promise<number>;
  /** To be asked when the database was closed under us and opened again: it may have come back empty [JRN5]. @returns how many came back [count] */
  putBack(): Promise<number>;
  close(): void;
}

export interface JournalParts {
  readonly work: KeptWork;
  readonly userId: UserId;
  readonly seal: LineSeal;
  readonly files: JournalFiles;
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
    return without(nothingFound);
  }
  let found = nothingFound;
  try {
    const tell = (names: readonly string[]) => parts.work.noteDoubts(names.map((name) => ({ name, kind: 'lost' }))).catch(unusable);
    const journal = await openJournal(claimed.own, parts.seal, tell);
    const left = await Promise.all(claimed.abandoned.map((file) => readLeft(file, tell)));
    if (claimed.own.place !== undefined) await parts.work.notePlace(claimed.own.place).catch(unusable);
    found = await putBackLost(parts, [journal.lines(), ...left.map(({ lines }) => lines)], placesOf([claimed.own, ...claimed.abandoned]));
    // A disk that refuses now is asked again at the next start; every save says whether it got its own copy.
    const complete = await mendJournal(parts, journal, left).then(() => true, refused);
    claimed.releaseAbandoned();
    return { journal, complete, ...found, compareAgain: comparer(parts, journal, claimed.own.place), putBack: () => putBackAll(parts, journal, claimed.own.place), close: () => claimed.release() };
  } catch (error) {
    claimed.release();
    if (error instanceof DatabaseUnusable) throw error;
    return without(found);
  }
}

/** What a closed window left. @param tell hears what is damaged in it, before it is emptied */
async function readLeft(file: JournalFile, tell: (losses: readonly string[]) => Promise<void>): Promise<{ readonly file: JournalFile; readonly lines: readonly JournalLine[] }> {
  const { lines, losses } = readJournal(await file.read());
  if (losses.length > 0) await tell(losses);
  return { file, lines };
}

const placesOf = (files: readonly JournalFile[]): readonly string[] => files.flatMap(({ place }) => (place === undefined ? [] : [place]));

type Found = Pick<StartedJournal, 'restored' | 'unopened' | 'unopenedLines'>;
const nothingFound: Found = { restored: 0, unopened: 0, unopenedLines: [] };
const without = (found: Found): StartedJournal => ({ journal: null, complete: false, ...found, compareAgain: () => Promise.resolve(0), putBack: () => Promise.resolve(0), close: () => undefined });

/** Puts back what the files hold and the database does not. */
async function putBackLost({ work, seal }: JournalParts, files: readonly (readonly JournalLine[])[], places: readonly string[]): Promise<Found> {
  const { kept, receipts, server } = await work.read().catch(unusable);
  const { restore } = compareJournal(inOrderOfKeeping(files), { kept: new Set(kept.map(({ operation }) => operation.opId)), receipts, epoch: server?.epoch ?? null });
  const opened = await Promise.all(restore.map(async (line) => ({ line, operation: await seal.open(line) })));
  const readable = opened.flatMap(({ line, operation }) => (operation === null ? [] : [{ keptAtMs: line.keptAtMs, operation }]));
  // [JRN15] Versions of a server that was restored mean nothing to it any more; the work that was given them does.
  const given = givenBefore({ receipts, epoch: server?.epoch ?? null });
  const lost = await Promise.all(readable.map(async ({ keptAtMs, operation }) => ({ keptAtMs, operation: (await again(seal, operation, given)) ?? operation, given: versionsGiven(receipts.get(operation.opId)) })));
  const changed = given.size === 0 ? [] : await Promise.all(kept.map(({ operation }) => again(seal, operation, given)));
  const waiting = changed.filter((operation) => operation !== null);
  if (lost.length + waiting.length > 0) await work.putBack(lost, waiting).catch(unusable);
  // [JRN14] Told before "Alles verstuurd" could be.
  const unopened = opened.flatMap(({ line, operation }): readonly JournalDoubt[] => (operation === null ? [{ name: nameOfUnopened(line.opId), kind: 'unopened' }] : []));
  if (unopened.length > 0) await work.noteDoubts(unopened).catch(unusable);
  if (server !== null) await work.noteCompared(server.epoch, places).catch(unusable);
  return { restored: readable.length, unopened: opened.length - readable.length, unopenedLines: opened.flatMap(({ line, operation }) => (operation === null ? [line] : [])) };
}

/** @returns null when it stays as it is */
async function again(seal: LineSeal, operation: SignedOperation, given: ReadonlyMap<string, OpId>): Promise<SignedOperation | null> {
  const changed = onOwnWork(operation, given);
  return changed === null ? null : seal.signAgain(changed);
}

/** Everything that is not settled gets its line in this window's own journal; what closed windows left moves into it; what is long settled goes. */
async function mendJournal({ work, seal }: JournalParts, journal: Journal, left: readonly { readonly file: JournalFile; readonly lines: readonly JournalLine[] }[]): Promise<void> {
  const { kept, receipts, server } = await work.read().catch(unusable);
  const side = { kept: new Set(kept.map(({ operation }) => operation.opId)), receipts, epoch: server?.epoch ?? null };
  const written = new Set(journal.lines().map((line) => line.opId));
  const withdrawn = new Set(withdrawnIn(journal.lines()));
  const withdraw = async (opId: OpId, atMs: number) => {
    if (withdrawn.has(opId)) return;
    await journal.withdraw(opId, atMs);
    withdrawn.add(opId);
  };
  const copy = async ({ operation, keptAtMs }: KeptOperation) => {
    if (written.has(operation.opId)) return;
    await journal.append(operation, keptAtMs);
    written.add(operation.opId);
  };
  for (const entry of kept) await copy(entry);
  // Taken back, and stopped before the journal heard of it [JRN13].
  for (const line of [...journal.lines(), ...left.flatMap(({ lines }) => lines)]) {
    const receipt = receipts.get(line.opId);
    if (receipt?.settled === 'replaced' && line.withdrawn !== true && (server === null || trimmable([{ ...line, withdrawn: true }], side, server) === 0)) await withdraw(line.opId, line.keptAtMs);
  }
  for (const { lines } of left) for (const opId of withdrawnIn(lines)) if (server === null || !lines.some((line) => line.opId === opId && line.withdrawn === true && trimmable([line], side, server) === 1)) await withdraw(opId, 0);
  for (const { file, lines } of left) {
    let allOpened = true;
    for (const line of lines) {
      if (withdrawn.has(line.opId) || line.withdrawn === true) continue;
      // Settled work moves too: a server that is restored may ask for it [JRN6].
      if (server !== null && trimmable([line], side, server) === 1) continue;
      const operation = await seal.open(line);
      if (operation === null) allOpened = false;
      else await copy({ operation, keptAtMs: line.keptAtMs });
    }
    // What nobody here can open stays where it is: the server can.
    if (lines.length > 0 && allOpened) await file.replace('');
  }
  if (server === null) return;
  // Its age counts from now. Without one it would keep everything behind it for ever.
  const unknown = [...withdrawn].filter((opId) => !receipts.has(opId));
  if (unknown.length > 0) await work.noteWithdrawn(unknown).catch(unusable);
  await journal.trim(trimmable(journal.lines(), side, server));
}

/** This window's own lines, and those of windows that closed meanwhile; the other windows offer theirs. */
function comparer(parts: JournalParts, journal: Journal, own: string | undefined): () => Promise<number> {
  let comparedIn: number | null = null;
  return async () => {
    const epochs = await parts.work.epochs().catch(unusable);
    const isOwnBehind = own !== undefined && epochs.behind.includes(own);
    if (epochs.server === null || (epochs.server === comparedIn && epochs.server === epochs.compared && epochs.behind.length === 0)) return 0;
    // Another window is behind, and lives: it offers its own lines.
    const left = await leftByClosedWindows(parts);
    if (epochs.server === comparedIn && epochs.server === epochs.compared && !isOwnBehind && !left.places.some((place) => epochs.behind.includes(place))) return 0;
    const before = comparedIn;
    comparedIn = epochs.server;
    try {
      return await putBackAll(parts, journal, own, left);
    } catch (error) {
      // A full disk refused: another window that starts meanwhile notes that everything was compared, and does not have these lines.
      comparedIn = before;
      throw error;
    }
  };
}

async function putBackAll(parts: JournalParts, journal: Journal, own: string | undefined, known?: LeftLines): Promise<number> {
  const left = known ?? (await leftByClosedWindows(parts));
  return (await putBackLost(parts, [journal.lines(), ...left.lines], [...(own === undefined ? [] : [own]), ...left.places])).restored;
}

interface LeftLines {
  readonly lines: readonly (readonly JournalLine[])[];
  readonly places: readonly string[];
}

async function leftByClosedWindows({ files, userId }: JournalParts): Promise<LeftLines> {
  try {
    const claimed = await files.claim(userId);
    try {
      const all = [claimed.own, ...claimed.abandoned];
      return { lines: await Promise.all(all.map(async (file) => readJournal(await file.read()).lines)), places: placesOf(all) };
    } finally {
      claimed.release();
    }
  } catch {
    // Every place is taken by a living window, or none can be read: nobody left anything.
    return { lines: [], places: [] };
  }
}

/** Every file keeps its own order, whatever the clock did; between files the clock is all there is. */
function inOrderOfKeeping(files: readonly (readonly JournalLine[])[]): readonly JournalLine[] {
  const timed = files.flatMap((lines) => {
    let atMs = Number.NEGATIVE_INFINITY;
    return lines.map((line) => ({ line, atMs: (atMs = Math.max(atMs, line.keptAtMs)) }));
  });
  return timed.sort((a, b) => a.atMs - b.atMs).map(({ line }) => line);
}

function refused(error: unknown): false {
  if (error instanceof DatabaseUnusable) throw error;
  return false;
}

function unusable(cause: unknown): never {
  throw new DatabaseUnusable('journal: the database cannot be read or written', { cause });
}
