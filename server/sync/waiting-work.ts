import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Kind, KindDefinition } from '#shared/domain/kinds.ts';
import { conflictRecordId, type ConflictKind } from '#shared/domain/records/waiting-work.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { dataOf } from '#shared/sync/apply.ts';
import { choiceOf } from '#shared/sync/conflict-choice.ts';
import type { Operation, SignedOperation } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { KnownConflict } from './server-store.ts';
import type { StepContext, StepState } from './step-state.ts';

/**
 * The record that holds a conflict, by who may decide about it: whoever may write all of what waits reads it, and nobody else
 * learns that it is there [CON5]. Null where nobody but its author is to decide.
 */
function conflictKindOf(type: KindDefinition['dossier'], { record, payload }: SignedOperation): ConflictKind | null {
  if (type !== 'candidate') return type === 'employer' ? 'employerConflict' : null;
  const mayDecide = (role: Role): boolean => {
    const allowed = groupsOfRole('write', role, record.kind);
    return Object.keys(payload).every((group) => allowed.includes(group));
  };
  return !mayDecide('jobcoach') ? 'conflict' : mayDecide('loonwaarde-expert') ? 'teamConflict' : 'coachConflict';
}

/**
 * Work of somebody whose reach ended, laid in the dossier for those now responsible [FGT2].
 * @returns why it cannot even be kept: nothing, when it was
 */
export function layHandover(state: StepState, context: StepContext, operation: SignedOperation): readonly Violation[] {
  const { record, payload } = operation;
  const readByJobcoach = groupsOfRole('read', 'jobcoach', record.kind);
  const content = Object.keys(payload).every((group) => readByJobcoach.includes(group)) ? 'content' : 'restricted';
  return lay(state, context, operation, { kind: 'handover', recordId: `handover-${operation.opId}` as RecordId, groups: { about: aboutOf(operation, context), [content]: payload } });
}

/** @returns why it cannot be kept: nothing, when it was or when nobody else is to decide about it */
export function layConflict(state: StepState, context: StepContext, operation: SignedOperation, type: KindDefinition['dossier']): readonly Violation[] {
  const kind = conflictKindOf(type, operation);
  if (kind === null) return [];
  return lay(state, context, operation, { kind, recordId: conflictRecordId(operation.opId), groups: { about: aboutOf(operation, context), content: operation.payload } });
}

/** A person decided [CON4]; what lies in the dossier says so from now on. */
export function closeConflict(state: StepState, context: StepContext, conflict: KnownConflict, by: SignedOperation): void {
  // Decided before: this one counts as an ordinary change, by its version.
  if (!conflict.isOpen) return;
  const choice = choiceOf(by, conflict.payloadHash);
  const { dossierId, recordId } = conflict.record;
  state.resolve(conflict, by.opId);
  const laid = state.record(conflictRecordId(conflict.opId));
  if (laid !== undefined) {
    const n = context.nextN();
    const decision = { version: { epoch: context.epoch, n }, changedBy: context.principal.userId, changedAtMs: context.nowMs, data: { choice, by: by.opId } };
    state.putRecord({ ...laid, n, groups: { ...laid.groups, decision } }, n);
  }
  state.audit({ action: 'conflict', result: 'resolved', deviceId: by.deviceId, dossierId, recordId, detail: { choice, waiting: conflict.opId, by: by.opId } });
}

function lay(state: StepState, context: StepContext, operation: SignedOperation, { kind, recordId, groups: data }: { readonly kind: Kind; readonly recordId: RecordId; readonly groups: Readonly<Record<string, JsonValue>> }): readonly Violation[] {
  const { dossierId } = operation.record;
  const n = context.nextN();
  const stamp = { version: { epoch: context.epoch, n }, changedBy: operation.userId, changedAtMs: context.nowMs };
  const groups = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { ...stamp, data: value }]));
  const record: StoredRecord = { dossierId, recordId, kind, createdBy: operation.userId, n, groups };
  const violations = judgeRecord(kind, dataOf(groups));
  // Its place is that in the operation, not in what it would have been laid in.
  if (violations.length > 0) return violations.map(({ path, ...rest }) => ({ ...rest, path: path.slice(1) }));
  state.putRecord(record, n);
  state.audit({ action: 'operation', result: kind === 'handover' ? 'handed-over' : 'conflict', deviceId: operation.deviceId, dossierId, recordId: operation.record.recordId, detail: {} });
  return [];
}

function aboutOf(operation: Operation, context: StepContext): JsonValue {
  const { opId, record, payload, userId, authoredAtMs } = operation;
  return { opId, recordId: record.recordId, kind: record.kind, groups: Object.keys(payload), authorId: userId satisfies UserId, authoredAtMs, receivedAtMs: context.nowMs };
}
