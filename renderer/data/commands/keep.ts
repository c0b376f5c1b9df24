import { recordIdSchema, type DossierId, type OpId, type RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { Clock } from '#shared/lib/clock.ts';
import type { Randomness } from '#shared/lib/random.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';
import type { Violation } from '#shared/domain/violation.ts';
import { keepBaseOf, makeOperation, type KeepBase } from '#shared/sync/keep-operation.ts';
import { textToSign, type Operation, type RecordAddress, type SignedOperation } from '#shared/sync/operation.ts';
import type { DeviceIdentity } from '#shared/sync/ports.ts';
import { markContentKept } from '../db/attachment-content.ts';
import type { Box, Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import { placeOf } from '../db/places.ts';
import { serverTimeMs } from '../db/server-time.ts';
import type { DossierRow, OutboxRow, UserDatabase } from '../db/user-database.ts';
import type { Kept } from '../device.ts';
import { foldPendingRecords } from '../queries/fold-dossier.ts';
import { openOutbox } from '../queries/open-outbox.ts';
import type { KeepProblem, KeepTogetherProblem, RecordView } from '../views.ts';

/** What every command needs of the unlocked device. */
export interface KeepParts {
  readonly database: UserDatabase;
  readonly cipher: Cipher;
  /** Signs with the device's own key; the key itself stays with the browser's crypto. */
  readonly sign: (text: string) => Promise<string>;
  readonly identity: DeviceIdentity;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Writes the second copy, outside the database. @returns false when there is none [JRN1] */
  readonly writeSecondCopy: (operation: SignedOperation, keptAtMs: number) => Promise<boolean>;
  /** Says outside the database that this operation was taken back; what fails now is done at the next start [JRN13]. */
  readonly withdrawSecondCopy: (opId: OpId, atMs: number) => Promise<void>;
}

export interface KeepRequest {
  readonly record: RecordAddress;
  readonly payload: Readonly<Record<string, JsonValue>>;
  /** Removed in the same transaction: a crash between the two would offer kept work as a draft again. */
  readonly draftId: string | null;
  /** An operation that this one takes the place of (a refused one, offered again). */
  readonly replaces?: OpId;
  /** The conflicting operation that a person decided about with this one [CON4]; it waits, to be taken back [CON6]. */
  readonly resolves?: OpId;
  readonly heldForMs?: number;
  /** What the person saw when they changed it, where that is not what the device holds now. */
  readonly bases?: Operation['baseVersions'];
  /** The versions on the screen when the person began to change it; a pull may have come in between. */
  readonly seen?: RecordView['versions'];
  /** The record must be new: a draft that is open in two windows is kept once. */
  readonly once?: true;
}

/** How often a save starts over because the file was changed under it; a fetch touches one dossier once in a while. */
const mostTries = 20;

/**
 * Keeps what a person did: judge, sign, box, then one strict transaction for operation, audit stub and draft [KEEP1].
 * No network in this path [KEEP3].
 */
export async function keep(parts: KeepParts, request: KeepRequest): Promise<Outcome<Kept, KeepProblem>> {
  const kept = await keepTogether(parts, [request]);
  if (kept.ok) {
    const [only] = kept.value;
    if (only === undefined) throw new Error('keep: nothing was kept');
    return success(only);
  }
  return failure(kept.problem.kind === 'storage' ? kept.problem : { kind: 'invalid', violations: kept.problem.records[0]?.violations ?? [] });
}

/**
 * Keeps several records in one strict transaction: all of them, or none and what is wrong with which [KEEP5]. Each is an operation
 * of its own, because each lies in another person's file and is sent, judged and answered apart.
 * @param requests of different records @param draftId the draft that all of them were made from
 * @returns in the order of the requests
 */
export async function keepTogether(parts: KeepParts, requests: readonly KeepRequest[], draftId: string | null = null): Promise<Outcome<readonly Kept[], KeepTogetherProblem>> {
  try {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const prepared = await Promise.all(requests.map((request) => prepare(parts, request)));
      const wrong = prepared.filter((each) => each.kind === 'invalid');
      if (wrong.length > 0) return failure({ kind: 'invalid', records: wrong.map(({ recordId, violations }) => ({ recordId, violations })) });
      const ready = prepared.filter((each) => each.kind === 'ready');
      if (!(await commit(parts, ready, draftId))) continue;
      // After the commit, never before: a line of something that was not kept would come back as work nobody did.
      const kept: Kept[] = [];
      for (const { operation, keptAtMs } of ready) kept.push({ opId: operation.opId, recordId: operation.record.recordId, keptAtMs, secondCopy: await parts.writeSecondCopy(operation, keptAtMs) });
      for (const [index, { replaces }] of requests.entries()) if (replaces !== undefined) await parts.withdrawSecondCopy(replaces, ready[index]?.keptAtMs ?? 0);
      return success(kept);
    }
  } catch (error) {
    // A full disk comes as UnknownError, AbortError or a closed database, not only as QuotaExceededError.
    if (error instanceof Error) return failure({ kind: 'storage' });
    throw error;
  }
  return failure({ kind: 'storage' });
}

interface Base extends KeepBase {
  /** The places of what waits here: something may come in before it, or behind it. */
  readonly ordersSeen: string;
  /** Which state of the stored dossier this is: every rewrite has another nonce. */
  readonly revision: string;
}

async function readBase({ database, cipher }: KeepParts, { record, replaces }: KeepRequest): Promise<Base> {
  const [row, outbox] = await database.transaction('r', [database.dossiers, database.outbox], () =>
    Promise.all([database.dossiers.get(record.dossierId), database.outbox.where('dossierId').equals(record.dossierId).toArray()]),
  );
  const others = outbox.filter((entry) => entry.opId !== replaces);
  const records = row === undefined ? [] : (await openDossier(cipher, row)).records;
  const pending = await openOutbox(cipher, others);
  return { ...keepBaseOf(record.recordId, records, foldPendingRecords(records, pending), pending), ordersSeen: ordersOf(outbox), revision: revisionOf(row) };
}

/** An operation that only needs its place in the outbox. */
interface Ready {
  readonly kind: 'ready';
  readonly request: KeepRequest;
  readonly base: Base;
  readonly operation: SignedOperation;
  readonly box: Box;
  readonly auditId: string;
  readonly auditBox: Box;
  readonly keptAtMs: number;
}

type Prepared = Ready | { readonly kind: 'invalid'; readonly recordId: RecordId; readonly violations: readonly Violation[] };

/** Everything that cannot be done inside a transaction [KEEP2]. */
async function prepare(parts: KeepParts, request: KeepRequest): Promise<Prepared> {
  const { cipher, clock, randomness } = parts;
  const base = await readBase(parts, request);
  const invalid = (violations: readonly Violation[]): Prepared => ({ kind: 'invalid', recordId: request.record.recordId, violations });
  if (request.once === true && base.shown !== undefined) return invalid([{ path: [], code: 'record.alreadyKept' }]);
  const made = makeOperation(request, base, { identity: parts.identity, opId: randomness.uuid() as OpId, authoredAtMs: clock.nowMs() });
  if (!made.ok) return invalid(made.problem);
  const operation: SignedOperation = { ...made.value, signature: await parts.sign(textToSign(made.value)) };
  const auditId = randomness.uuid();
  const [box, auditBox] = await Promise.all([
    cipher.seal(placeOf.operation(operation.opId), operation),
    cipher.seal(placeOf.audit(auditId), { what: 'kept', opId: operation.opId, record: operation.record, by: operation.userId }),
  ]);
  return { kind: 'ready', request, base, operation, box, auditId, auditBox, keptAtMs: clock.nowMs() };
}

/** @returns false when a file was rewritten meanwhile: nothing of it is stored, and the command starts over */
async function commit({ database, clock }: KeepParts, ready: readonly Ready[], draftId: string | null): Promise<boolean> {
  return database.transaction('rw', [database.dossiers, database.outbox, database.drafts, database.audit, database.receipts, database.attachments, database.position], async () => {
    for (const { base, operation } of ready) {
      // [KEEP2] Boxes cannot be opened in here, so what moved is recognised by what is readable.
      const { dossierId } = operation.record;
      const outbox = await database.outbox.where('dossierId').equals(dossierId).toArray();
      if (ordersOf(outbox) !== base.ordersSeen || revisionOf(await database.dossiers.get(dossierId)) !== base.revision) return false;
    }
    for (const each of ready) await store(database, each);
    const [first] = ready;
    if (draftId !== null && first !== undefined) await settleDraft(database, draftId, { recordId: null, dossierId: first.operation.record.dossierId }, clock.nowMs());
    return true;
  });
}

/** Inside the transaction of `commit`. */
async function store(database: UserDatabase, { request, base, operation, box, auditId, auditBox, keptAtMs }: Ready): Promise<void> {
  const { dossierId, recordId, kind } = operation.record;
  const held = request.heldForMs === undefined ? {} : { heldUntilMs: keptAtMs + request.heldForMs };
  const last = await database.outbox.orderBy('order').last();
  await database.outbox.add({ opId: operation.opId, order: (last?.order ?? 0) + 1, state: 'waiting', dossierId, recordId, kind, keptAtMs, box, ...held, ...(request.resolves === undefined ? {} : { resolves: request.resolves }) });
  // [ATT8] A record that is new here must bring its content; a change of one that the server has need not.
  if (kind === 'attachment' && !(await markContentKept(database, recordId)) && base.shown === undefined) throw new Error('an attachment without its content');
  if (request.resolves !== undefined) await database.outbox.update(request.resolves, { resolvedBy: operation.opId });
  await database.audit.add({ auditId, atMs: keptAtMs, box: auditBox });
  if (request.draftId !== null) await settleDraft(database, request.draftId, { recordId, dossierId }, keptAtMs);
  if (request.replaces !== undefined) {
    // Its line in the journal must not bring the old one back.
    await database.receipts.put({ opId: request.replaces, settled: 'replaced', recordId, dossierId, n: 0, epoch: 0, receivedAtMs: await serverTimeMs(database, keptAtMs) });
    await database.outbox.delete(request.replaces);
  }
}

/**
 * A draft that became one record of its own name is known by that record. One that became several, or a change of what was there, is
 * noted as settled under its own name: neither a save that comes late, from another window, nor its copy outside the database must
 * bring it back.
 * @param became the record, or where its draft lay when it became several
 */
async function settleDraft(database: UserDatabase, draftId: string, became: { readonly recordId: RecordId | null; readonly dossierId: DossierId }, nowMs: number): Promise<void> {
  const draft = await database.drafts.get(draftId);
  await database.drafts.delete(draftId);
  if (became.recordId === draftId) return;
  await database.receipts.put({ opId: draftId as OpId, settled: 'replaced', recordId: draftId as RecordId, dossierId: draft?.dossierId ?? became.dossierId, n: 0, epoch: 0, receivedAtMs: await serverTimeMs(database, nowMs) });
}

const ordersOf = (rows: readonly OutboxRow[]): string => rows.map(({ order }) => order).sort((a, b) => a - b).join(' ');

const revisionOf = (row: DossierRow | undefined) => (row === undefined ? '' : row.box.subarray(0, 13).join('.'));

export const newRecordId = (randomness: Randomness) => randomness.uuid() as RecordId;

/** The record that a draft becomes has the draft's own id where that is one: two windows with one draft name one record. */
export const recordIdOfDraft = (draftId: string, randomness: Randomness): RecordId => {
  const parsed = recordIdSchema.safeParse(draftId);
  return parsed.success ? parsed.data : newRecordId(randomness);
};
