import type { OpId, UserId } from '../domain/ids.ts';
import { judgeRecord } from '../domain/judge.ts';
import { definitionOf } from '../domain/kinds.ts';
import type { Violation } from '../domain/violation.ts';
import type { JsonValue } from '../lib/canonical-json.ts';
import { mergeGroup } from './merge-group.ts';
import { payloadFits, type BaseReference, type Operation } from './operation.ts';
import type { RefusalReason } from './protocol.ts';
import type { StoredGroup, StoredRecord } from './stored-record.ts';
import { sameVersion, type Version } from './version.ts';

/** How a change is stamped: the next version in the server's order, and the server's clock. */
export interface Stamp {
  readonly version: Version;
  readonly changedAtMs: number;
}

/** @returns the n that an earlier operation was given when it was applied, or null when it was not applied */
export type AppliedN = (opId: OpId) => number | null;

/** @returns what a group held at the version that a change was based on, or undefined when that is not known any more */
export type BaseValue = (group: string, base: BaseReference) => JsonValue | undefined;

export type Applied =
  /** `merged`: long text of two people was put together [CON2]. */
  | { readonly kind: 'applied'; readonly record: StoredRecord; readonly merged: boolean }
  | { readonly kind: 'conflict'; readonly groups: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly violations: readonly Violation[] };

/**
 * Lays one operation on a record: the same function on the server, on the device (to show what was saved before it was
 * sent) and in the simulation. Pure; rights are checked before, by `mayWrite`.
 * @param current the record as it stands, or undefined when there is none yet
 * @source SPEC.md APPLY1-APPLY7, CON1-CON3
 */
export function applyOperation(current: StoredRecord | undefined, operation: Operation, stamp: Stamp, appliedN: AppliedN = () => null, baseValue: BaseValue = () => undefined): Applied {
  if (!payloadFits(operation)) return refused('payload-hash');
  const { dossierId, recordId, kind } = operation.record;
  if (current !== undefined && (current.kind !== kind || current.dossierId !== dossierId)) return refused('invalid', [{ path: [], code: 'record.otherAddress' }]);

  const definition = definitionOf(kind);
  // [APPLY3] Evidence: what is final never changes, whoever asks.
  if (current !== undefined && definition.frozenBy !== null && current.groups[definition.frozenBy] !== undefined) return refused('frozen');
  // [APPLY4] A note is its author's; others add records of their own.
  if (current !== undefined && definition.ownership === 'author' && current.createdBy !== operation.userId) return refused('not-author');

  const conflicting = conflictingGroups(current, operation, appliedN);
  const payload = conflicting.length === 0 ? operation.payload : mergePayload(current, operation, conflicting, baseValue);
  if (payload === null) return { kind: 'conflict', groups: conflicting };

  const groups = mergeGroups(current, { ...operation, payload }, stamp);
  const violations = judgeRecord(kind, dataOf(groups));
  if (violations.length > 0) {
    // [CON3] Two texts that fit can be one that does not: then nobody's is wrong, and a person decides.
    return conflicting.length > 0 ? { kind: 'conflict', groups: conflicting } : refused('invalid', violations);
  }
  return {
    kind: 'applied',
    record: { dossierId, recordId, kind, createdBy: current?.createdBy ?? operation.userId, n: stamp.version.n, groups },
    merged: conflicting.length > 0,
  };
}

/** [CON2] @returns the payload with its conflicting groups put together, or null when one of them cannot be [OP3] */
function mergePayload(current: StoredRecord | undefined, operation: Operation, conflicting: readonly string[], baseValue: BaseValue): Operation['payload'] | null {
  const payload: Record<string, JsonValue> = { ...operation.payload };
  for (const group of conflicting) {
    const [now, mine] = [current?.groups[group]?.data, payload[group]];
    if (now === undefined || mine === undefined) return null;
    const merged = mergeGroup(operation.record.kind, group, { base: baseValue(group, operation.baseVersions[group] ?? null), current: now, mine });
    if (merged === null) return null;
    payload[group] = merged;
  }
  return payload;
}

/** [APPLY2] A written group conflicts when it is no longer at the version that the change was based on. */
function conflictingGroups(current: StoredRecord | undefined, operation: Operation, appliedN: AppliedN): readonly string[] {
  return Object.keys(operation.payload).filter((group) => {
    const now = current?.groups[group]?.version ?? null;
    const base = operation.baseVersions[group] ?? null;
    if (base !== null && 'afterOp' in base) {
      // An earlier operation that was not applied (refused, conflicting, unknown) leaves nothing to build on.
      const n = appliedN(base.afterOp);
      return n === null || now?.n !== n;
    }
    return !sameVersion(now, base);
  });
}

/** The device's own preview: its operations laid on the server's rows without asking for versions [VIEW1]. */
export function previewOperation(current: StoredRecord | undefined, operation: Operation): StoredRecord {
  const { dossierId, recordId, kind } = operation.record;
  const pending: Version = { epoch: 0, n: 0 };
  const groups = mergeGroups(current, operation, { version: pending, changedAtMs: operation.authoredAtMs });
  return { dossierId, recordId, kind, createdBy: current?.createdBy ?? operation.userId, n: current?.n ?? 0, groups };
}

function mergeGroups(current: StoredRecord | undefined, operation: Operation, stamp: Stamp): Readonly<Record<string, StoredGroup>> {
  const groups: Record<string, StoredGroup> = { ...current?.groups };
  for (const [name, data] of Object.entries(operation.payload)) {
    groups[name] = { version: stamp.version, changedBy: operation.userId as UserId, changedAtMs: stamp.changedAtMs, data };
  }
  return groups;
}

export function dataOf(groups: Readonly<Record<string, StoredGroup>>): Readonly<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  // Not through a list of pairs: a device does this for every record it gets. No group is called `__proto__`: names are judged where they come in.
  for (const name of Object.keys(groups)) data[name] = groups[name]?.data;
  return data;
}

function refused(reason: RefusalReason, violations: readonly Violation[] = []): Applied {
  return { kind: 'refused', reason, violations };
}
