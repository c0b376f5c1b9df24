import { createDecipheriv } from 'node:crypto';
import type { DeviceId, OpId, UserId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { journalBinding, journalLineSchema, journalTextToSign, type JournalLine } from '#shared/sync/journal/journal-line.ts';
import { sealingSuite, type SealingKeyPair } from '../auth/sealing-key.ts';
import { verifyText } from '../sync/verify-signature.ts';

/** A device as it is known here, in whatever region it was registered. */
export interface SealingDevice {
  readonly principal: Principal;
  readonly deviceId: DeviceId;
  readonly publicKey: Uint8Array;
}

export interface LineKeys {
  devicesOf(deviceId: DeviceId): Promise<readonly SealingDevice[]>;
  pairOf(region: string, keyId: string): Promise<SealingKeyPair | null>;
}

export type OpenedLine =
  | { readonly kind: 'opened'; readonly principal: Principal; readonly operation: unknown }
  /** `device`: whose line it claims to be, as far as that device exists. */
  | { readonly kind: 'refused'; readonly reason: 'shape' | 'device' | 'signature' | 'key' | 'content'; readonly device: SealingDevice | null };

/**
 * Opens one line of a second journal with the server's key. Whoever knows the public key can seal something to it: a
 * line counts when the device that it names has signed it [JRN4], and that is looked at first.
 */
export async function openLine(keys: LineKeys, json: unknown): Promise<OpenedLine> {
  const parsed = journalLineSchema.safeParse(json);
  if (!parsed.success) return { kind: 'refused', reason: 'shape', device: null };
  const line = parsed.data;
  const { signature, ...signed } = line;
  const device = (await keys.devicesOf(line.deviceId)).find(({ principal }) => principal.userId === line.userId);
  if (device === undefined) return { kind: 'refused', reason: 'device', device: null };
  const refuse = (reason: 'signature' | 'key' | 'content'): OpenedLine => ({ kind: 'refused', reason, device });
  if (!(await verifyText(journalTextToSign(signed), signature, device.publicKey))) return refuse('signature');
  const pair = await keys.pairOf(device.principal.region, line.forServer.keyId);
  if (pair === null) return refuse('key');
  const operation = await openBody(pair, line);
  return operation !== null && isOf(operation, line) ? { kind: 'opened', principal: device.principal, operation } : refuse('content');
}

/** @returns null when it was sealed to another key, or changed since */
async function openBody(pair: SealingKeyPair, line: JournalLine): Promise<unknown> {
  const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
  const aad = Buffer.from(journalBinding(line), 'utf8');
  try {
    const contentKey = await sealingSuite.Open(pair, bytes(line.forServer.encapsulated), bytes(line.forServer.key), { aad });
    const body = bytes(line.body);
    const decipher = createDecipheriv('aes-256-gcm', contentKey, bytes(line.nonce), { authTagLength: tagBytes }).setAAD(aad).setAuthTag(body.subarray(-tagBytes));
    return JSON.parse(Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]).toString('utf8'));
  } catch {
    // Whatever a library says about bytes that are not ours: they cannot be opened.
    return null;
  }
}

/** WebCrypto puts the tag behind the text. */
const tagBytes = 16;

function isOf(operation: unknown, line: { readonly opId: OpId; readonly userId: UserId; readonly deviceId: DeviceId }): boolean {
  if (typeof operation !== 'object' || operation === null) return false;
  const { opId, userId, deviceId } = operation as Readonly<Record<string, unknown>>;
  return opId === line.opId && userId === line.userId && deviceId === line.deviceId;
}
