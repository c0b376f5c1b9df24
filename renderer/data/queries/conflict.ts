import type { OpId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { ConflictField, ConflictSeen, ConflictView } from '../views.ts';
import { openOutbox } from './open-outbox.ts';

export interface OpenConflict {
  readonly operation: SignedOperation;
  /** The record as the server has it now; undefined when it is not on this device. */
  readonly current: StoredRecord | undefined;
}

export async function openConflict(database: UserDatabase, cipher: Cipher, opId: OpId): Promise<OpenConflict | null> {
  const row = await database.outbox.get(opId);
  if (row === undefined || row.state !== 'conflict') return null;
  const stored = await database.dossiers.get(row.dossierId);
  const [entry] = await openOutbox(cipher, [row]);
  if (entry === undefined) return null;
  const records = stored === undefined ? [] : (await openDossier(cipher, stored)).records;
  return { operation: entry.operation, current: records.find((record) => record.recordId === row.recordId) };
}

export async function readConflict(database: UserDatabase, cipher: Cipher, opId: OpId, nameOf: (dossierId: SignedOperation['record']['dossierId']) => string): Promise<ConflictView | null> {
  const conflict = await openConflict(database, cipher, opId);
  if (conflict === null) return null;
  const { operation, current } = conflict;
  const resolvedBy = (await database.outbox.get(opId))?.resolvedBy;
  const decision = resolvedBy === undefined ? undefined : await database.outbox.get(resolvedBy);
  const changed = Object.keys(operation.payload).flatMap((group) => current?.groups[group] ?? []);
  const last = changed.reduce<(typeof changed)[number] | null>((newest, group) => (newest === null || group.changedAtMs > newest.changedAtMs ? group : newest), null);
  return {
    opId,
    record: operation.record,
    candidateName: nameOf(operation.record.dossierId),
    fields: differences(operation.payload, current),
    seen: versionsIn(conflict),
    mineAtMs: operation.authoredAtMs,
    theirsBy: last?.changedBy ?? null,
    theirsAtMs: last?.changedAtMs ?? null,
    decidedUntilMs: decision?.heldUntilMs ?? (resolvedBy === undefined ? null : 0),
  };
}

/** At which version the groups stand that the conflict is about. */
export const versionsIn = ({ operation, current }: OpenConflict): ConflictSeen => Object.fromEntries(Object.keys(operation.payload).map((group) => [group, current?.groups[group]?.version ?? null]));

/** The fields in which the person's own version differs from the server's. Pure. */
export function differences(mine: SignedOperation['payload'], current: StoredRecord | undefined): readonly ConflictField[] {
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
