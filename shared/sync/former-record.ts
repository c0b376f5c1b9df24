import type { OpId, RecordId } from '../domain/ids.ts';
import { canonicalJson, type JsonValue } from '../lib/canonical-json.ts';
import type { Stamp } from './apply.ts';
import type { Operation } from './operation.ts';
import type { StoredGroup, StoredRecord } from './stored-record.ts';

/** One record per change: one that is offered again after a restore makes the same one again. */
export const formerRecordId = (opId: OpId): RecordId => `former-${opId}` as RecordId;

/**
 * What a candidate's groups held before an operation, as a record of its own [HIST1]. The same on the server, which lays it
 * in the dossier, and on the device, which shows it until then.
 * @param before the record before this operation
 * @returns null when nothing of it changes
 */
export function formerRecordOf(operation: Operation, before: StoredRecord, stamp: () => Stamp): StoredRecord | null {
  const { opId, payload, userId, authoredAtMs, record: { dossierId, recordId } } = operation;
  const written = Object.entries(before.groups).filter(([name]) => payload[name] !== undefined);
  if (!written.some(([name, group]) => canonicalJson(payload[name] ?? null) !== canonicalJson(group.data))) return null;
  const { version, changedAtMs } = stamp();
  const stamped = (data: JsonValue): StoredGroup => ({ version, changedBy: userId, changedAtMs, data });
  const about: JsonValue = { recordId, opId, changedBy: userId, changedAtMs, authoredAtMs };
  const groups = Object.fromEntries(written.map(([name, group]) => [name, stamped({ data: group.data, changedBy: group.changedBy, changedAtMs: group.changedAtMs })]));
  return { dossierId, recordId: formerRecordId(opId), kind: 'former', createdBy: userId, n: version.n, groups: { about: stamped(about), ...groups } };
}
