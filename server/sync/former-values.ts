import type { RecordId } from '#shared/domain/ids.ts';
import { canonicalJson, type JsonValue } from '#shared/lib/canonical-json.ts';
import type { Operation } from '#shared/sync/operation.ts';
import type { StoredGroup, StoredRecord } from '#shared/sync/stored-record.ts';
import type { StepContext, StepState } from './step-state.ts';

/** One record per change. A change that is offered again after a restore makes the same one again. */
export const formerRecordId = (opId: string): RecordId => `former-${opId}` as RecordId;

/**
 * What a candidate's groups held, laid in the dossier as a record of its own in the step that changes them [HIST1]: so that
 * rights, digests, forgetting and reading offline hold for it by themselves.
 * @param before the record before this operation
 */
export function layFormer(state: StepState, context: StepContext, operation: Operation, before: StoredRecord): void {
  const { opId, payload, userId, authoredAtMs, record: { dossierId, recordId } } = operation;
  const replaced = Object.entries(before.groups).filter(([name, group]) => payload[name] !== undefined && canonicalJson(payload[name]) !== canonicalJson(group.data));
  if (replaced.length === 0) return;
  const n = context.nextN();
  const stamp = { version: { epoch: context.epoch, n }, changedBy: userId, changedAtMs: context.nowMs };
  const about: JsonValue = { recordId, opId, changedBy: userId, changedAtMs: context.nowMs, authoredAtMs };
  const valueOf = ({ data, changedBy, changedAtMs }: StoredGroup): StoredGroup => ({ ...stamp, data: { data, changedBy, changedAtMs } });
  const groups = Object.fromEntries(replaced.map(([name, group]) => [name, valueOf(group)]));
  state.putRecord({ dossierId, recordId: formerRecordId(opId), kind: 'former', createdBy: userId, n, groups: { about: { ...stamp, data: about }, ...groups } }, n);
}
