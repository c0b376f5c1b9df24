import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import type { OpId } from '#shared/domain/ids.ts';
import type { DeviceIdentity } from '#shared/sync/ports.ts';
import { textToSign, type Operation, type SignedOperation } from '#shared/sync/operation.ts';
import { journalBinding, journalTextToSign, type JournalLine } from '#shared/sync/journal/journal-line.ts';
import { fromBase64, toBase64 } from '../db/base64.ts';
import type { ServerSealingKey } from '../db/keyring.ts';

/** RFC 9180; P-256, because every browser and every Node has it in WebCrypto. */
export const journalSuite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

export interface SealingParts {
  readonly dataKey: CryptoKey;
  readonly serverKey: ServerSealingKey;
  readonly sign: (text: string) => Promise<string>;
  readonly identity: DeviceIdentity;
}

/** What turns kept operations into lines and back: the product's cryptography, or a simulation's stand-in. */
export interface LineSeal {
  seal(operation: SignedOperation, keptAtMs: number, prev: string): Promise<JournalLine>;
  /** The line that says that an operation was taken back [JRN13]. */
  sealWithdrawal(opId: OpId, atMs: number, prev: string): Promise<JournalLine>;
  /** Signs an operation whose bases were named anew [JRN15]. @returns null for another device's: it stays as that one signed it */
  signAgain(operation: Operation): Promise<SignedOperation | null>;
  /** @returns null when it was sealed under another key or was changed */
  open(line: JournalLine): Promise<SignedOperation | null>;
}

export function createLineSeal(parts: SealingParts): LineSeal {
  return {
    seal: (operation, keptAtMs, prev) => sealJournalLine(parts, operation, keptAtMs, prev),
    // Nothing that could be taken for an operation, even by somebody who overlooks that it is withdrawn.
    sealWithdrawal: (opId, atMs, prev) => sealLine(parts, { opId, withdrawn: true }, { withdrawn: opId }, atMs, prev),
    async signAgain(operation) {
      if (operation.deviceId !== parts.identity.deviceId) return null;
      return { ...operation, signature: await parts.sign(textToSign(operation)) };
    },
    open: (line) => openJournalLine(parts.dataKey, line),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const bindingOf = (line: Parameters<typeof journalBinding>[0]) => encoder.encode(journalBinding(line));

/** Seals a kept operation as a line of the second journal [JRN2]. */
export function sealJournalLine(parts: SealingParts, operation: SignedOperation, keptAtMs: number, prev: string): Promise<JournalLine> {
  return sealLine(parts, { opId: operation.opId }, operation, keptAtMs, prev);
}

async function sealLine(parts: SealingParts, about: Pick<JournalLine, 'opId' | 'withdrawn'>, content: object, keptAtMs: number, prev: string): Promise<JournalLine> {
  const { userId, deviceId } = parts.identity;
  const head = { opId: about.opId, deviceId, userId };
  const additionalData = bindingOf(head);
  const rawContentKey = crypto.getRandomValues(new Uint8Array(32));
  const contentKey = await crypto.subtle.importKey('raw', rawContentKey, 'AES-GCM', false, ['encrypt']);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const wrapNonce = crypto.getRandomValues(new Uint8Array(12));
  const serverKey = await journalSuite.DeserializePublicKey(fromBase64(parts.serverKey.publicKey));
  const [body, forUser, forServer] = await Promise.all([
    crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, contentKey, encoder.encode(JSON.stringify(content))),
    crypto.subtle.encrypt({ name: 'AES-GCM', iv: wrapNonce, additionalData }, parts.dataKey, rawContentKey),
    journalSuite.Seal(serverKey, rawContentKey, { aad: additionalData }),
  ]);
  rawContentKey.fill(0);
  const unsigned: Omit<JournalLine, 'signature'> = {
    v: 1,
    ...head,
    ...(about.withdrawn === true ? { withdrawn: true } : {}),
    keptAtMs,
    prev,
    forUser: { nonce: toBase64(wrapNonce), key: toBase64(new Uint8Array(forUser)) },
    forServer: { keyId: parts.serverKey.keyId, encapsulated: toBase64(forServer.encapsulatedSecret), key: toBase64(forServer.ciphertext) },
    nonce: toBase64(nonce),
    body: toBase64(new Uint8Array(body)),
  };
  return { ...unsigned, signature: await parts.sign(journalTextToSign(unsigned)) };
}

/** Opens a line with the user's data key. @returns null when it was sealed under another key or was changed */
export async function openJournalLine(dataKey: CryptoKey, line: JournalLine): Promise<SignedOperation | null> {
  const additionalData = bindingOf(line);
  try {
    const rawContentKey = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(line.forUser.nonce), additionalData }, dataKey, fromBase64(line.forUser.key));
    return await openBody(rawContentKey, line, additionalData);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

async function openBody(rawContentKey: ArrayBuffer, line: JournalLine, additionalData: Uint8Array<ArrayBuffer>): Promise<SignedOperation> {
  const contentKey = await crypto.subtle.importKey('raw', rawContentKey, 'AES-GCM', false, ['decrypt']);
  const body = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(line.nonce), additionalData }, contentKey, fromBase64(line.body));
  return JSON.parse(decoder.decode(body)) as SignedOperation;
}
