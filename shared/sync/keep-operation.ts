import type { OpId, RecordId } from '../domain/ids.ts';
import { judgeRecord } from '../domain/judge.ts';
import { definitionOf, type Kind } from '../domain/kinds.ts';
import type { Violation } from '../domain/violation.ts';
import { failure, success, type Outcome } from '../lib/outcome.ts';
import { dataOf, previewOperation } from './apply.ts';
import { signsForAnother } from './may-write.ts';
import { hashPayload, isHandingOver, protocolVersion, type BaseReference, type Operation } from './operation.ts';
import type { DeviceIdentity, OutboxState } from './ports.ts';
import type { StoredRecord } from './stored-record.ts';
import { withUnknownFields } from './unknown-fields.ts';
import type { Version } from './version.ts';

/** What an operation on one record builds on, as the device knows it at one moment. */
export interface KeepBase {
  /** The record as the server last sent it. */
  readonly stored: StoredRecord | undefined;
  /** The record as the person saw it, earlier unsent work included. */
  readonly shown: StoredRecord | undefined;
  /** Per group the last operation of this device that still waits and writes it [OP2]. */
  readonly waiting: ReadonlyMap<string, OpId>;
}

/**
 * @param stored the server's records of the dossier
 * @param shown the same with the device's own operations laid on them [VIEW1]
 * @param pending the device's operations in the dossier, in the order of keeping
 */
export function keepBaseOf(
  recordId: RecordId,
  stored: readonly StoredRecord[],
  shown: readonly StoredRecord[],
  pending: readonly { readonly operation: Operation; readonly state: OutboxState }[],
): KeepBase {
  const isThis = (record: StoredRecord) => record.recordId === recordId;
  const waiting = new Map<string, OpId>();
  for (const { operation, state } of pending) {
    if (operation.record.recordId !== recordId || (state !== 'waiting' && state !== 'received') || isHandingOver(operation)) continue;
    for (const group of Object.keys(operation.payload)) waiting.set(group, operation.opId);
  }
  return { stored: stored.find(isThis), shown: shown.find(isThis), waiting };
}

/** What a person wants to keep. */
export interface KeepIntent extends Pick<Operation, 'record' | 'payload'> {
  /** The conflicting operation that a person decided about with this one [CON4]. */
  readonly resolves?: OpId;
  /** What the person saw when they changed it, where that is not what the device holds now. */
  readonly bases?: Operation['baseVersions'];
  /** The versions on the screen when the person began; work of this device that still waits lies on top of them. */
  readonly seen?: Readonly<Record<string, Version | null>>;
}

/**
 * Makes the operation, not yet signed, and judges the record as it would be. The same in the product and in the
 * simulation's devices. Pure.
 */
export function makeOperation(
  { record, payload: wanted, resolves, bases, seen }: KeepIntent,
  base: KeepBase,
  author: { readonly identity: DeviceIdentity; readonly opId: OpId; readonly authoredAtMs: number },
): Outcome<Operation, readonly Violation[]> {
  const payload = withAllUnknownFields(record.kind, wanted, base.shown);
  const baseVersions: Record<string, BaseReference> = {};
  for (const group of Object.keys(payload)) {
    const given = bases?.[group];
    if (given !== undefined) {
      baseVersions[group] = given;
      continue;
    }
    const afterOp = base.waiting.get(group);
    // A group that was not there when the person began is a null of its own: somebody else may have filled it since.
    const version = seen !== undefined && Object.hasOwn(seen, group) ? (seen[group] ?? null) : (base.stored?.groups[group]?.version ?? null);
    baseVersions[group] = afterOp === undefined ? version : { afterOp };
  }
  const operation: Operation = {
    protocol: protocolVersion,
    opId: author.opId,
    deviceId: author.identity.deviceId,
    userId: author.identity.userId,
    record,
    kind: 'put',
    baseVersions,
    payload,
    resolves: resolves ?? null,
    payloadHash: hashPayload(payload),
    authoredAtMs: author.authoredAtMs,
  };
  // What the server would refuse for it is told before it is kept: nobody signs for another.
  const violations = [...judgeRecord(record.kind, dataOf(previewOperation(base.shown, operation).groups)), ...signsForAnother(operation)];
  return violations.length > 0 ? failure(violations) : success(operation);
}

function withAllUnknownFields(kind: Kind, payload: Operation['payload'], shown: StoredRecord | undefined): Operation['payload'] {
  if (shown === undefined) return payload;
  const { groups } = definitionOf(kind);
  return Object.fromEntries(Object.entries(payload).map(([group, value]) => [group, withUnknownFields(groups[group], value, shown.groups[group]?.data)]));
}
