import { z } from 'zod';
import { opIdSchema, recordIdSchema, type OpId, type RecordId } from '#shared/domain/ids.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { findUnstorable } from '#shared/lib/storable-json.ts';
import { oldestProtocol, protocolVersion, signedOperationSchema, type SignedOperation } from '#shared/sync/operation.ts';
import type { RefusalReason } from '#shared/sync/protocol.ts';

/** What `JSON.parse` made is JSON already; to find that out a second time costs more than all else here. */
const arrivedSchema = signedOperationSchema.extend({ payload: z.record(z.string().max(64), z.unknown()) });

/** The little that must be readable for a refusal to find its way back. */
const addressSchema = z.looseObject({ opId: opIdSchema, protocol: z.unknown(), record: z.looseObject({ recordId: recordIdSchema }) });

export type ReadOperation =
  | { readonly kind: 'readable'; readonly operation: SignedOperation; readonly evidence: string }
  | { readonly kind: 'refusable'; readonly opId: OpId; readonly recordId: RecordId; readonly reason: RefusalReason; readonly violations: readonly Violation[] }
  | { readonly kind: 'unreadable' };

/** Reads one entry of a batch. Whatever is in it, the others go on [PUSH4]. */
export function readOperation(json: unknown): ReadOperation {
  const unstorable = findUnstorable(json as JsonValue);
  // Nothing deeper or stranger than this is handed to a schema that walks it.
  if (unstorable !== null && unstorable.code !== 'text.controlCharacters') {
    const { opId, record, protocol } = shallow(json);
    return refusable({ opId, record: { recordId: shallow(record).recordId }, protocol }, 'invalid', [unstorable]);
  }
  const parsed = arrivedSchema.safeParse(json);
  if (parsed.success && isSpoken(parsed.data.protocol)) {
    const operation = parsed.data as SignedOperation;
    return { kind: 'readable', operation, evidence: JSON.stringify(json) };
  }
  const issues = parsed.success ? [] : parsed.error.issues;
  return refusable(json, 'invalid', issues.map((issue) => ({ path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)), code: 'value.invalid' })));
}

function refusable(json: unknown, reason: RefusalReason, violations: readonly Violation[]): ReadOperation {
  const address = addressSchema.safeParse(json);
  if (!address.success) return { kind: 'unreadable' };
  const { opId, record, protocol } = address.data;
  const unspoken = typeof protocol === 'number' && !isSpoken(protocol);
  return { kind: 'refusable', opId, recordId: record.recordId, reason: unspoken ? 'protocol' : reason, violations: unspoken ? [] : violations };
}

/** [VER4] One of another time may mean something else by the same words. */
const isSpoken = (protocol: number): boolean => protocol >= oldestProtocol && protocol <= protocolVersion;

function shallow(json: unknown): { readonly opId?: unknown; readonly record?: unknown; readonly recordId?: unknown; readonly protocol?: unknown } {
  return typeof json === 'object' && json !== null ? json : {};
}
