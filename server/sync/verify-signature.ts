import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { textToSign, type SignedOperation } from '#shared/sync/operation.ts';

/** Whether the device with this key signed the operation [OP4]. */
export type VerifySignature = (operation: SignedOperation, publicKey: Uint8Array) => Promise<boolean>;

/** On another thread: a batch of a hundred would stall every other request for some 10 ms. */
export const verifySignature: VerifySignature = (operation, publicKey) => verifyText(textToSign(operation), operation.signature, publicKey);

/** @param base64 the signature @param publicKey raw Ed25519 */
export function verifyText(text: string, base64: string, publicKey: Uint8Array): Promise<boolean> {
  const signature = Buffer.from(base64, 'base64');
  const key = keyOf(publicKey);
  if (signature.length !== 64 || key === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    verify(null, Buffer.from(text, 'utf8'), key, signature, (error, holds) => resolve(error === null && holds));
  });
}

/** A device signs a hundred operations of a batch; reading its key costs a tenth of checking one [entries]. */
const mostKeys = 1_000;
const keys = new Map<string, KeyObject>();

/** @returns null for bytes that are no point of the curve */
function keyOf(publicKey: Uint8Array): KeyObject | null {
  const read = readBefore.get(publicKey);
  if (read !== undefined) return read;
  const key = keyByName(publicKey);
  if (key !== null) readBefore.set(publicKey, key);
  return key;
}

/** Of the very bytes that the operations of one batch are held against. */
const readBefore = new WeakMap<Uint8Array, KeyObject>();

function keyByName(publicKey: Uint8Array): KeyObject | null {
  const name = Buffer.from(publicKey).toString('base64url');
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = readKey(name);
  if (key !== null) keys.set(name, key);
  if (keys.size > mostKeys) keys.delete(keys.keys().next().value ?? '');
  return key;
}

function readKey(base64Url: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: base64Url }, format: 'jwk' });
  } catch {
    return null;
  }
}
