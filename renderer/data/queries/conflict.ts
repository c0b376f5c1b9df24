import type { DossierId, OpId, UserId } from '#shared/domain/ids.ts';
import { kindSchema, type Groups } from '#shared/domain/kinds.ts';
import { conflictRecordId, type ConflictKind } from '#shared/domain/records/waiting-work.ts';
import { dataOf } from '#shared/sync/apply.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { RecordAddress } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import type { DossierRow, OutboxRow, UserDatabase } from '../db/user-database.ts';
import type { ConflictField, ConflictSeen, ConflictView } from '../views.ts';
import { openOutbox } from './open-outbox.ts';

export interface OpenConflict {
  /** The record that both are about. */
  readonly record: RecordAddress;
  /** The version that waits. */
  readonly waiting: Readonly<Record<string, JsonValue>>;
  readonly authorId: UserId;
  readonly authoredAtMs: number;
  /** It waits in this device's own list; else it is a colleague's, or of another device of this person. */
  readonly isOwn: boolean;
  /** The record as the server has it now; undefined when it is not on this device. */
  readonly current: StoredRecord | undefined;
  /** Of the employer whose file it lies in; a candidate's name is in the caseload. */
  readonly employerName: string | null;
}

/**
 * @param dossierId where a conflict that does not wait on this device lies for those who may decide [CON5]; null for one's own
 * @returns null when there is nothing to decide (any more)
 */
export async function openConflict(database: UserDatabase, cipher: Cipher, opId: OpId, dossierId: DossierId | null): Promise<OpenConflict | null> {
  return open(cipher, opId, await readRows(database, opId, dossierId));
}

interface Rows {
  /** The operation that waits, when it is this device's own. */
  readonly own: OutboxRow | undefined;
  readonly stored: DossierRow | undefined;
  readonly decision: OutboxRow | undefined;
}

/** Everything of one moment, before any box is opened: a live query sees nothing of what is read after that. */
function readRows(database: UserDatabase, opId: OpId, dossierId: DossierId | null): Promise<Rows> {
  return database.transaction('r', [database.outbox, database.dossiers], async () => {
    const row = await database.outbox.get(opId);
    const own = row?.state === 'conflict' ? row : undefined;
    const lies = own?.dossierId ?? dossierId;
    return { own, stored: lies === null ? undefined : await database.dossiers.get(lies), decision: await decisionOn(database, opId) };
  });
}

async function open(cipher: Cipher, opId: OpId, { own, stored }: Rows): Promise<OpenConflict | null> {
  const mine = own === undefined ? undefined : (await openOutbox(cipher, [own]))[0]?.operation;
  const records = stored === undefined ? [] : (await openDossier(cipher, stored)).records;
  const waiting = own === undefined ? laidIn(records, opId) : mine === undefined ? null : { record: mine.record, waiting: mine.payload, authorId: mine.userId, authoredAtMs: mine.authoredAtMs };
  if (waiting === null) return null;
  const employer = records.find(({ kind }) => kind === 'employer')?.groups['identity']?.data;
  return {
    ...waiting,
    isOwn: own !== undefined,
    current: records.find((record) => record.recordId === waiting.record.recordId),
    employerName: (fieldsOf(employer ?? null)['name'] as string | undefined) ?? null,
  };
}

/** As the server laid it in the file; not what was decided, and nothing that only a newer app knows how to show. */
function laidIn(records: readonly StoredRecord[], opId: OpId): Pick<OpenConflict, 'record' | 'waiting' | 'authorId' | 'authoredAtMs'> | null {
  const laid = records.find((record) => record.recordId === conflictRecordId(opId));
  if (laid === undefined) return null;
  const { about, content, decision } = dataOf(laid.groups) as Groups<ConflictKind>;
  const kind = kindSchema.safeParse(about?.kind);
  if (about === undefined || content === undefined || decision !== undefined || !kind.success) return null;
  return { record: { dossierId: laid.dossierId, recordId: about.recordId, kind: kind.data }, waiting: content, authorId: about.authorId, authoredAtMs: about.authoredAtMs };
}

/** This device's own decision about the conflict, as long as it was not settled. */
export async function decisionOn(database: UserDatabase, opId: OpId): Promise<OutboxRow | undefined> {
  const resolvedBy = (await database.outbox.get(opId))?.resolvedBy;
  if (resolvedBy !== undefined) return database.outbox.get(resolvedBy);
  return database.outbox.where('state').anyOf('waiting', 'received').filter((row) => row.resolves === opId).first();
}

export async function readConflict(database: UserDatabase, cipher: Cipher, opId: OpId, dossierId: DossierId | null, nameOf: (dossierId: DossierId) => string): Promise<ConflictView | null> {
  const rows = await readRows(database, opId, dossierId);
  const conflict = await open(cipher, opId, rows);
  if (conflict === null) return null;
  const { record, waiting, current } = conflict;
  const { decision } = rows;
  const changed = Object.keys(waiting).flatMap((group) => current?.groups[group] ?? []);
  const last = changed.reduce<(typeof changed)[number] | null>((newest, group) => (newest === null || group.changedAtMs > newest.changedAtMs ? group : newest), null);
  return {
    opId,
    record,
    name: conflict.employerName ?? nameOf(record.dossierId),
    fields: differences(waiting, current),
    seen: versionsIn(conflict),
    isOwn: conflict.isOwn,
    mineBy: conflict.authorId,
    mineAtMs: conflict.authoredAtMs,
    theirsBy: last?.changedBy ?? null,
    theirsAtMs: last?.changedAtMs ?? null,
    decidedUntilMs: decision === undefined ? (rows.own?.resolvedBy === undefined ? null : 0) : (decision.heldUntilMs ?? 0),
  };
}

/** At which version the groups stand that the conflict is about. */
export const versionsIn = ({ waiting, current }: OpenConflict): ConflictSeen => Object.fromEntries(Object.keys(waiting).map((group) => [group, current?.groups[group]?.version ?? null]));

/** The fields in which the version that waits differs from the server's. Pure. */
export function differences(mine: Readonly<Record<string, JsonValue>>, current: StoredRecord | undefined): readonly ConflictField[] {
  return Object.entries(mine).flatMap(([group, data]) => {
    const [own, other] = [fieldsOf(data), fieldsOf(current?.groups[group]?.data ?? null)];
    return [...new Set([...Object.keys(own), ...Object.keys(other)])]
      .filter((field) => JSON.stringify(own[field]) !== JSON.stringify(other[field]))
      .map((field) => ({ group, field, mine: own[field], theirs: other[field], isText: isText(own[field]) && isText(other[field]) }));
  });
}

export const fieldsOf = (data: JsonValue): Readonly<Record<string, JsonValue | undefined>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Readonly<Record<string, JsonValue | undefined>>) : {};

/** Only running text can stand one below the other; a name, a code or a day cannot. */
const isText = (value: JsonValue | undefined): value is string => typeof value === 'string' && /\s\S+\s/.test(value);
