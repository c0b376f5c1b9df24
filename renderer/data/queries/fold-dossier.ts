import type { Kind } from '#shared/domain/kinds.ts';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import { conflictRecordId } from '#shared/domain/records/waiting-work.ts';
import { hashJson } from '#shared/lib/canonical-json.ts';
import { dataOf, previewOperation } from '#shared/sync/apply.ts';
import { choiceOf } from '#shared/sync/conflict-choice.ts';
import { formerRecordOf } from '#shared/sync/former-record.ts';
import { isHandingOver, type SignedOperation } from '#shared/sync/operation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { StoredGroup, StoredRecord } from '#shared/sync/stored-record.ts';
import type { OutboxState } from '#shared/sync/ports.ts';
import type { GroupChange, RecordStatus, RecordView } from '../views.ts';

/** One operation of the outbox, opened. */
export interface PendingOperation {
  readonly operation: SignedOperation;
  readonly state: OutboxState;
  readonly keptAtMs: number;
  /** Present when a person must look. */
  readonly outcome: Outcome | null;
  /** The server said something that this app does not know yet [VER8]. */
  readonly isOutcomeUnknown?: true;
}

export interface FoldInput {
  readonly records: readonly StoredRecord[];
  /** In the order of keeping. */
  readonly pending: readonly PendingOperation[];
  readonly receipts: readonly { readonly recordId: RecordId; readonly receivedAtMs: number }[];
}

/**
 * What a person sees: the server's records with their own operations laid on them [VIEW1], each with the truth about
 * its saving [VIEW2]. Pure.
 */
export function foldDossier({ records, pending, receipts }: FoldInput): readonly RecordView[] {
  const statuses = new Map<RecordId, RecordStatus>();
  for (const entry of pending) {
    const { recordId } = entry.operation.record;
    statuses.set(recordId, graver(statuses.get(recordId), statusOf(entry)));
  }
  const received = new Map<RecordId, number>();
  for (const { recordId, receivedAtMs } of receipts) received.set(recordId, Math.max(received.get(recordId) ?? 0, receivedAtMs));
  const waiting = waitingGroups(pending);
  return [...foldPendingRecords(records, pending), ...pendingHistory(records, pending)].map((record) =>
    viewOf(record, statuses.get(record.recordId) ?? { kind: 'on-server', receivedAtMs: received.get(record.recordId) ?? null }, waiting.get(record.recordId)),
  );
}

/** What the person's own waiting changes of a candidate take the place of, as the server will lay it there [HIST1]. */
function pendingHistory(records: readonly StoredRecord[], pending: readonly PendingOperation[]): readonly StoredRecord[] {
  const shown = new Map<RecordId, StoredRecord>(records.filter(({ kind }) => kind === 'candidate').map((record) => [record.recordId, record]));
  return pending.flatMap(({ operation, state }) => {
    if (operation.record.kind !== 'candidate' || !isOnItsWay({ operation, state })) return [];
    const before = shown.get(operation.record.recordId);
    shown.set(operation.record.recordId, previewOperation(before, operation));
    const former = before === undefined ? null : formerRecordOf(operation, before, () => ({ version: { epoch: 0, n: 0 }, changedAtMs: operation.authoredAtMs }));
    return former === null ? [] : [former];
  });
}

/** Per record and group the last operation that still waits: what somebody sees there is that one's [OP2]. */
function waitingGroups(pending: readonly PendingOperation[]): ReadonlyMap<RecordId, ReadonlyMap<string, OpId>> {
  const found = new Map<RecordId, Map<string, OpId>>();
  for (const { operation, state } of pending) {
    if (!isOnItsWay({ operation, state })) continue;
    const groups = found.get(operation.record.recordId) ?? new Map<string, OpId>();
    for (const group of Object.keys(operation.payload)) groups.set(group, operation.opId);
    found.set(operation.record.recordId, groups);
  }
  return found;
}

/** The server's records with the device's own operations laid on them, without their statuses [VIEW1]. */
export function foldPendingRecords(records: readonly StoredRecord[], pending: readonly PendingOperation[]): readonly StoredRecord[] {
  const shown = new Map<RecordId, StoredRecord>(records.map((record) => [record.recordId, record]));
  const onServer = new Set(shown.keys());
  for (const entry of pending) {
    const { recordId } = entry.operation.record;
    if (!isShown(entry, onServer)) continue;
    shown.set(recordId, previewOperation(shown.get(recordId), entry.operation));
    const chosen = previewChoice(shown, entry.operation);
    if (chosen !== null) shown.set(chosen.recordId, chosen);
  }
  return [...shown.values()];
}

/** A choice between two versions that is still to be sent: the conflict lies closed already, as the server will close it [CON5]. */
function previewChoice(shown: ReadonlyMap<RecordId, StoredRecord>, operation: SignedOperation): StoredRecord | null {
  const { resolves, opId, userId, authoredAtMs } = operation;
  const laid = resolves === null ? undefined : shown.get(conflictRecordId(resolves));
  if (laid === undefined || laid.groups['decision'] !== undefined) return null;
  const choice = choiceOf(operation, hashJson(laid.groups['content']?.data ?? null));
  const decision: StoredGroup = { version: { epoch: 0, n: 0 }, changedBy: userId, changedAtMs: authoredAtMs, data: { choice, by: opId } };
  return { ...laid, groups: { ...laid.groups, decision } };
}

/**
 * Waiting work is laid on the record. Refused or conflicting work is not laid over what the server holds, but a record
 * that exists nowhere else stays visible: dropping it from the screen would be a silent drop.
 */
function isShown(entry: PendingOperation, onServer: ReadonlySet<RecordId>): boolean {
  return isOnItsWay(entry) || !onServer.has(entry.operation.record.recordId);
}

/** To be applied, as far as this device knows. What is handed over is for others to decide about [FGT6]. */
const isOnItsWay = ({ operation, state }: Pick<PendingOperation, 'operation' | 'state'>): boolean => (state === 'waiting' || state === 'received') && !isHandingOver(operation);

export function statusOf({ operation, state, keptAtMs, outcome, isOutcomeUnknown }: PendingOperation): Exclude<RecordStatus, { kind: 'on-server' }> {
  switch (state) {
    case 'waiting':
      return { kind: 'kept', keptAtMs };
    case 'received':
      return { kind: 'sending', keptAtMs };
    case 'conflict':
      return { kind: 'conflict', opId: operation.opId, groups: outcome?.outcome === 'conflict' ? outcome.groups : [] };
    case 'refused':
      return outcome?.outcome === 'refused'
        ? { kind: 'refused', opId: operation.opId, reason: outcome.reason, violations: outcome.violations as Extract<RecordStatus, { kind: 'refused' }>['violations'] }
        : { kind: 'refused', opId: operation.opId, reason: isOutcomeUnknown === true ? 'unknown-outcome' : 'unreadable', violations: [] };
  }
}

const gravity: Readonly<Record<RecordStatus['kind'], number>> = { 'on-server': 0, sending: 1, kept: 2, conflict: 3, refused: 4 };

/** Of several operations on one record the one that asks most of a person gives the words. */
function graver(a: RecordStatus | undefined, b: RecordStatus): RecordStatus {
  return a !== undefined && gravity[a.kind] > gravity[b.kind] ? a : b;
}

function viewOf(record: StoredRecord, status: RecordStatus, waiting: ReadonlyMap<string, OpId> | undefined): RecordView {
  const changeOf = (name: string, { version, changedBy, changedAtMs }: StoredGroup): GroupChange => {
    const afterOp = waiting?.get(name);
    return { by: changedBy, atMs: changedAtMs, base: afterOp === undefined ? version : { afterOp } };
  };
  return {
    kind: record.kind,
    recordId: record.recordId,
    dossierId: record.dossierId,
    createdBy: record.createdBy,
    groups: dataOf(record.groups) as RecordView['groups'],
    versions: Object.fromEntries(Object.entries(record.groups).map(([name, group]) => [name, group.version])),
    changes: Object.fromEntries(Object.entries(record.groups).map(([name, group]) => [name, changeOf(name, group)])),
    status,
  };
}

export const ofKind = <K extends Kind>(views: readonly RecordView[], kind: K): readonly RecordView<K>[] =>
  views.filter((view) => view.kind === kind) as unknown as readonly RecordView<K>[];
