import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { Clock } from '#shared/lib/clock.ts';
import type { Randomness } from '#shared/lib/random.ts';
import { failure } from '#shared/lib/outcome.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { PrivateFile } from '../platform/private-file.ts';
import { createCipher } from './db/cipher.ts';
import { createMendDossier } from './db/mend-dossiers.ts';
import { keepOpen } from './db/keep-open.ts';
import { noteMarker, wasShortened } from './db/position-marker.ts';
import { followDrafts, restoreDrafts } from './db/draft-copies.ts';
import { isDraftKept } from './db/is-draft-kept.ts';
import type { OpenKeys, WrappedKeys } from './db/keyring.ts';
import { placeOf } from './db/places.ts';
import { createSigner } from './db/sign-text.ts';
import { openUpgraded, openUserDatabase } from './db/user-database.ts';
import { addAttachment, changeWaiting, discardAttachment, keepAttachments, keepVisit, looseDraftOf } from './commands/attachments.ts';
import { discardDraft, saveDraft } from './commands/drafts.ts';
import { keepVisits } from './commands/group-attachments.ts';
import { keep, newRecordId, recordIdOfDraft, type KeepParts } from './commands/keep.ts';
import { keepIntake } from './commands/keep-intake.ts';
import { keepLeftAttachments } from './commands/left-attachments.ts';
import { resolveConflict, takeBack } from './commands/resolve-conflict.ts';
import { handOverUnsent } from './commands/hand-over-unsent.ts';
import { retryUnsent } from './commands/retry-unsent.ts';
import type { UnlockedDevice } from './device.ts';
import { deliverUnopened, type DeliverSealed } from './journal/deliver-unopened.ts';
import type { JournalFiles } from './journal/journal-files.ts';
import { createDexieKeptWork } from './journal/kept-work.ts';
import { createLineSeal } from './journal/seal-line.ts';
import { startJournal } from './journal/start-journal.ts';
import { readAllRecords } from './queries/all-records.ts';
import { readAttachmentDrafts } from './queries/attachments.ts';
import { createContentAddresses, type OpenContentFetch } from './queries/content-addresses.ts';
import { openCaseload } from './queries/caseload.ts';
import { readColleagues } from './queries/colleagues.ts';
import { checkFiles } from './queries/check-files.ts';
import { readConflict } from './queries/conflict.ts';
import { readDossier } from './queries/dossier.ts';
import { readDraft, readDrafts, readNewCandidateDrafts, readStrayDrafts } from './queries/drafts.ts';
import { candidatesOf, readEmployers } from './queries/employers.ts';
import { openDuplicates } from './queries/duplicates.ts';
import { followersOf, homeOfRecord, liveFile, mergeFiles } from './queries/joined-file.ts';
import { liveOf, liveValue } from './queries/live-of.ts';
import { readRegionFile } from './queries/region-file.ts';
import { markDoubtsSeen, readDoubts } from './queries/doubts.ts';
import { readUnsent } from './queries/unsent.ts';
import { createSearchIndex } from './search/search-index.ts';
import { recordsOf } from './views.ts';
import type { StartSyncLoop } from './sync-report.ts';
import { openSyncStatus } from './sync-status.ts';

export interface UnlockedParts {
  readonly principal: Principal;
  readonly wrapped: WrappedKeys;
  readonly keys: OpenKeys;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly startSyncLoop: StartSyncLoop;
  readonly journalFiles: JournalFiles;
  readonly privateFile: (name: string) => PrivateFile;
  /** Brings lines that only the server can open to it [JRN11]. */
  readonly deliverSealed: DeliverSealed;
  readonly openContentFetch: OpenContentFetch;
}

/** How long locking waits for drafts to be saved [ms]. */
const longestSaveBeforeLockMs = 3_000;

/** Puts the opened keys, the database, the sync loop and the questions of the screens together. */
export async function openUnlockedDevice({ principal, wrapped, keys, clock, randomness, startSyncLoop, journalFiles, privateFile, deliverSealed, openContentFetch }: UnlockedParts): Promise<UnlockedDevice> {
  const database = openUserDatabase(principal.userId, 'strict');
  await openUpgraded(database);
  const marker = privateFile(`${principal.userId}.marker.json`);
  const shortened = await wasShortened(database, marker);
  const cipher = createCipher(keys.dataKey);
  const identity = { deviceId: wrapped.deviceId, userId: principal.userId };
  const sign = createSigner(keys.signingKey);
  // Before the sync loop: what the database lost must be in the outbox when the first batch is taken.
  const started = await startJournal({
    work: createDexieKeptWork(database, cipher),
    userId: principal.userId,
    seal: createLineSeal({ dataKey: keys.dataKey, serverKey: wrapped.serverKey, sign, identity }),
    files: journalFiles,
  });
  const { journal } = started;
  // After the journal: what was kept is no draft any more.
  const draftCopies = privateFile(`${principal.userId}.drafts.json`);
  await restoreDrafts(database, draftCopies);
  let followed = followDrafts(database, draftCopies);
  const endKeepOpen = keepOpen(database, (delayMs, run) => void setTimeout(run, delayMs), {
    // An empty database in its place must not empty the copies as well.
    closed: () => followed.stop(),
    async opened() {
      if ((await started.putBack()) > 0) loop.wake();
      await restoreDrafts(database, draftCopies);
      followed.stop();
      followed = followDrafts(database, draftCopies);
    },
  });
  const parts: KeepParts = {
    database,
    cipher,
    clock,
    randomness,
    identity,
    sign,
    async writeSecondCopy(operation, keptAtMs) {
      if (journal === null) return false;
      try {
        await journal.append(operation, keptAtMs);
        return true;
      } catch {
        // The disk refused. What was kept is in the database; that there is no second copy is said.
        return false;
      }
    },
    async withdrawSecondCopy(opId, atMs) {
      // A disk that refuses now: the next start finds the receipt without this line, and writes it.
      await journal?.withdraw(opId, atMs).catch(() => undefined);
    },
  };
  /** The server can be reached: whatever it does not take is told in the list. */
  const bringUnopened = () => deliverUnopened(database, deliverSealed, started.unopenedLines).catch(() => 0);
  /** A database that refuses now is asked again after the next pull. */
  const offerAgain = () => started.compareAgain().then((restored) => restored > 0 && loop.wake(), () => undefined);
  const status = openSyncStatus(database);
  const caseload = openCaseload(database, cipher, () => amsterdamDayOf(clock.nowMs()));
  const search = createSearchIndex(database, cipher);
  const loop = startSyncLoop({ ...identity, publicKey: wrapped.publicKey }, keys, (report) => {
    status.hear(report);
    if (report.phase === 'idle') void Promise.all([noteMarker(database, marker), offerAgain(), bringUnopened()]);
  });
  const mend = createMendDossier(database, cipher, () => loop.wake());
  const contents = createContentAddresses(database, cipher, openContentFetch({ identity, publicKey: wrapped.publicKey, sign }));
  // What a stop between a visit and its photos left; nobody waits for it.
  void keepLeftAttachments(parts).then((left) => (left > 0 ? loop.wake() : undefined), () => undefined);
  // One after the other: every letter typed is a save, and the last must win.
  let describing: Promise<void> = Promise.resolve();
  const sayOf = (attachmentId: RecordId, change: Parameters<typeof changeWaiting>[2]): Promise<void> => {
    // A disk that refuses is told by the next save of anything else; what was said before stays.
    describing = describing.then(() => changeWaiting(parts, attachmentId, change)).catch(() => undefined);
    return describing;
  };
  const locked = liveValue(false);
  const beforeLock = new Set<() => Promise<void>>();

  const keepAndWake: typeof keep = async (keepParts, request) => {
    const kept = await keep(keepParts, request);
    if (kept.ok) loop.wake();
    return kept;
  };
  const note = async (what: Readonly<Record<string, JsonValue>>) => {
    const auditId = randomness.uuid();
    const box = await cipher.seal(placeOf.audit(auditId), { ...what, by: principal.userId });
    await database.audit.add({ auditId, atMs: clock.nowMs(), box });
  };
  const duplicates = openDuplicates(database, cipher, caseload.live, () => caseload.everything());
  /** Of two files that were joined a record stays in its own, whichever was on the screen [JOIN3]. */
  const homeOf = (dossierId: DossierId, recordId: RecordId): Promise<DossierId> =>
    homeOfRecord([dossierId, ...followersOf(caseload.leaders.current(), dossierId)], recordId, (id) => readDossier(database, cipher, id));
  const readFile = async (ids: readonly DossierId[]) => {
    const [leading, ...others] = await Promise.all(ids.map((id) => readDossier(database, cipher, id)));
    return leading === undefined || leading === null ? null : mergeFiles(leading, others.filter((file) => file !== null));
  };
  // Also of a file that was joined with another, which has no line of its own.
  const nameOf = (dossierId: DossierId) => caseload.everything().find((row) => row.dossierId === dossierId)?.name ?? dossierId;

  // As long as not everything was fetched, or not read, nothing says that a file was withdrawn.
  const isHere = (dossierId: DossierId) => status.live.current().lastPullAtMs === null || caseload.live.current().kind !== 'ready' || caseload.everything().some((row) => row.dossierId === dossierId);

  return {
    principal,
    start: { restored: started.restored, unopened: started.unopened, shortened, secondCopy: started.complete },
    syncStatus: status.live,
    caseload: caseload.live,
    dayTurned: () => caseload.dayTurned(),
    dossier: (dossierId) => liveFile(dossierId, caseload.leaders, (ids) => liveOf(() => readFile(ids), () => void Promise.all(ids.map(mend)).catch(() => undefined))),
    leaders: caseload.leaders,
    duplicates: duplicates.live,
    sameAs: (entry) => duplicates.sameAs(entry),
    strayDrafts: () => liveOf(() => readStrayDrafts(database, cipher, isHere)),
    newCandidateDrafts: () => liveOf(() => readNewCandidateDrafts(database, cipher)),
    search,
    checkFiles: (dossierIds) => checkFiles(database, cipher, mend, dossierIds),
    unsent: () => liveOf(() => readUnsent(database, cipher, nameOf)),
    doubts: () => liveOf(() => readDoubts(database, nameOf)),
    markDoubtsSeen: (kind) => markDoubtsSeen(database, kind),
    drafts: (dossierId) => liveOf(() => readDrafts(database, cipher, dossierId)),
    readDraft: (draftId) => readDraft(database, cipher, draftId),
    saveDraft: (draft) => saveDraft(parts, draft),
    isDraftKept: (dossierId, draftId) => isDraftKept(database, dossierId, draftId),
    discardDraft: (draftId) => discardDraft(parts, draftId, (each) => followed.leaveOut(each)),
    async recordVisit({ dossierId, draftId, groups }) {
      await describing;
      const kept = await keepVisit(parts, { dossierId, draftId, payload: groups as Readonly<Record<string, JsonValue>> });
      if (kept.ok) loop.wake();
      return kept;
    },
    async recordVisits(input) {
      await describing;
      const kept = await keepVisits(parts, input);
      if (kept.ok) loop.wake();
      return kept;
    },
    async recordIntake(input) {
      const kept = await keepIntake(parts, input);
      if (kept.ok) loop.wake();
      return kept;
    },
    finaliseMeasurement: ({ dossierId, draftId, groups }) =>
      keepAndWake(parts, { record: { dossierId, recordId: recordIdOfDraft(draftId, randomness), kind: 'measurement' }, payload: groups as Readonly<Record<string, JsonValue>>, draftId, once: true }),
    keepRecord: async ({ dossierId, recordId, kind, groups, draftId, seen, bases }) =>
      keepAndWake(parts, {
        record: { dossierId: recordId === null ? dossierId : await homeOf(dossierId, recordId), recordId: recordId ?? (draftId === null ? newRecordId(randomness) : recordIdOfDraft(draftId, randomness)), kind },
        payload: groups as unknown as Readonly<Record<string, JsonValue>>,
        draftId,
        ...(recordId === null ? { once: true } : {}),
        ...(seen === undefined ? {} : { seen }),
        ...(bases === undefined ? {} : { bases }),
      }),
    colleagues: liveOf(() => readColleagues(database, cipher)),
    employers: () => liveOf(async () => readEmployers(database, cipher, await candidatesOf(caseload.live))),
    regionFile: () => liveOf(() => readRegionFile(database, cipher)),
    async changeAppointment({ dossierId, recordId, state }) {
      const home = await homeOf(dossierId, recordId);
      const dossier = await readDossier(database, cipher, home);
      const known = dossier === null ? undefined : recordsOf(dossier, 'appointment').find((record) => record.recordId === recordId);
      if (known?.groups.facts === undefined) return failure({ kind: 'storage' });
      const facts = { ...known.groups.facts, state };
      return keepAndWake(parts, { record: { dossierId: home, recordId, kind: 'appointment' }, payload: { facts: facts as unknown as JsonValue }, draftId: null, seen: known.versions });
    },
    addAttachment: ({ dossierId, draftId, content }) =>
      addAttachment(parts, { dossierId, draftId: draftId ?? looseDraftOf(dossierId), takenOn: amsterdamDayOf(clock.nowMs()), content }),
    attachmentDrafts: ({ dossierId, draftId }) => liveOf(() => readAttachmentDrafts(database, cipher, draftId ?? looseDraftOf(dossierId))),
    describeAttachment: (attachmentId, description) => sayOf(attachmentId, { description }),
    chooseForAttachment: (attachmentId, people) => sayOf(attachmentId, { people }),
    discardAttachment: (attachmentId) => discardAttachment(parts, attachmentId),
    async keepAttachments(dossierId) {
      await describing;
      const kept = await keepAttachments(parts, looseDraftOf(dossierId), null);
      loop.wake();
      return kept;
    },
    attachmentAddress: (attachmentId, facts) => contents.of(attachmentId, facts),
    async retryUnsent(opId) {
      await retryUnsent(parts, opId);
      loop.wake();
    },
    async handOverUnsent(opId) {
      const isOffered = await handOverUnsent(parts, opId);
      loop.wake();
      return isOffered;
    },
    conflict: (opId, dossierId) => liveOf(() => readConflict(database, cipher, opId, dossierId, nameOf)),
    async resolveConflict(opId, dossierId, choices, seen) {
      const kept = await resolveConflict(parts, opId, dossierId, choices, seen);
      if (kept.ok) loop.wake();
      return kept;
    },
    takeBack: (opId) => takeBack(parts, opId),
    readAllRecords: () => readAllRecords(database, cipher),
    noteExport: (input) => note({ what: 'exported', ...input }),
    noteReveal: (input) => note({ what: 'revealed', ...input }),
    syncNow: () => loop.wake(),
    onBeforeLock(save) {
      beforeLock.add(save);
      return () => void beforeLock.delete(save);
    },
    async lock() {
      // Drafts first: what was typed must be in its box before the key goes.
      const saved = Promise.allSettled([...[...beforeLock].map((save) => save()), describing]).then(() => followed.finish());
      // A disk that hangs must not keep the door open: after this time the key goes all the same.
      await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, longestSaveBeforeLockMs))]);
      endKeepOpen();
      loop.end();
      contents.close();
      caseload.close();
      search.close();
      status.close();
      started.close();
      database.close();
      locked.set(true);
    },
    locked,
  };
}
