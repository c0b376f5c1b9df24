import { z } from 'zod';
import { deviceIdSchema, dossierIdSchema, opIdSchema, recordIdSchema, userIdSchema, type DeviceId, type DossierId, type OpId, type RecordId, type UserId } from '../domain/ids.ts';
import { kindSchema, type Kind } from '../domain/kinds.ts';
import { canonicalJson, hashJson, hashText, type JsonValue } from '../lib/canonical-json.ts';
import { versionSchema, type Version } from './version.ts';

/** The current protocol. A change of any schema in this folder needs a new number and a line in SPEC.md. */
export const protocolVersion = 1;
/** The oldest one that the server still speaks: at least that of three releases ago [VER3]. */
export const oldestProtocol = 1;

export interface RecordAddress {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly kind: Kind;
}

/**
 * What a written group was based on: the server's version, nothing at all, or the same device's earlier operation that
 * had no version yet when this one was made [OP2].
 */
export type BaseReference = Version | { readonly afterOp: OpId } | null;

/** What a person did, once, as it left their hands. It is atomic: all its groups apply, or all wait together. */
export interface Operation {
  readonly protocol: number;
  readonly opId: OpId;
  readonly deviceId: DeviceId;
  readonly userId: UserId;
  readonly record: RecordAddress;
  readonly kind: 'put';
  /** Per written group what it was based on; null where the device had never seen one. */
  readonly baseVersions: Readonly<Record<string, BaseReference>>;
  readonly payload: Readonly<Record<string, JsonValue>>;
  /**
   * The conflicting operation that a person decided about with this one, or null. With an empty payload the decision is
   * that the server's value stays [CON4]. An operation that names itself was refused, and is handed over [FGT6].
   */
  readonly resolves: OpId | null;
  /** SHA-256 of the canonical JSON of `payload`. */
  readonly payloadHash: string;
  /** The device's wall clock [ms]. Shown, never used for ordering. */
  readonly authoredAtMs: number;
}

export interface SignedOperation extends Operation {
  /** Ed25519 by the device's own key over `bytesToSign`, base64. */
  readonly signature: string;
}

export const signedOperationSchema = z.strictObject({
  protocol: z.int().min(1),
  opId: opIdSchema,
  deviceId: deviceIdSchema,
  userId: userIdSchema,
  record: z.strictObject({ dossierId: dossierIdSchema, recordId: recordIdSchema, kind: kindSchema }),
  kind: z.literal('put'),
  baseVersions: z.record(z.string().max(64), z.union([versionSchema, z.strictObject({ afterOp: opIdSchema })]).nullable()),
  payload: z.record(z.string().max(64), z.json()),
  resolves: opIdSchema.nullable(),
  payloadHash: z.string().regex(/^[0-9a-f]{64}$/),
  authoredAtMs: z.int().min(0),
  signature: z.string().max(200),
});

/** Refused, and given to those responsible by its author: it changes nothing by itself [FGT6]. */
export const isHandingOver = ({ opId, resolves }: Pick<Operation, 'opId' | 'resolves'>): boolean => resolves === opId;

export function hashPayload(payload: Operation['payload']): string {
  return hashJson(payload);
}

/** An operation is never changed: one that fits is not counted again. */
const fitting = new WeakSet<Operation>();

/**
 * Does the payload fit its hash? [APPLY1]
 * @param hash SHA-256 of a text as UTF-8, in hexadecimal: a server has one that is many times faster
 */
export function payloadFits(operation: Operation, hash: (text: string) => string = hashText): boolean {
  if (fitting.has(operation)) return true;
  const fits = hash(canonicalJson(operation.payload)) === operation.payloadHash;
  if (fits) fitting.add(operation);
  return fits;
}

/** @returns the text whose UTF-8 bytes the device signs: everything but the signature, the payload by its hash [OP4] */
export function textToSign(operation: Operation): string {
  return canonicalJson({
    protocol: operation.protocol,
    opId: operation.opId,
    deviceId: operation.deviceId,
    userId: operation.userId,
    record: { ...operation.record },
    kind: operation.kind,
    baseVersions: operation.baseVersions as unknown as JsonValue,
    resolves: operation.resolves,
    payloadHash: operation.payloadHash,
    authoredAtMs: operation.authoredAtMs,
  });
}
