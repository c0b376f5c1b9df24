import type { DeviceId, UserId } from '#shared/domain/ids.ts';
import { textToSign, type Operation, type SignedOperation } from '#shared/sync/operation.ts';
import type { JournalLine } from '#shared/sync/journal/journal-line.ts';
import type { LineSeal } from '#renderer/data/journal/seal-line.ts';

/*
 * Stand-ins for the cryptography: a keyed hash that a changed or forged operation does not pass, at a hundredth of the
 * price. The real ones are proved in their own tests.
 */

const decoder = new TextDecoder();

/** @source cyrb53 (bryc), 53 bits */
function keyedHash(key: string, text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const part of [key, text]) {
    for (let at = 0; at < part.length; at += 1) {
      const letter = part.charCodeAt(at);
      high = Math.imul(high ^ letter, 2_654_435_761);
      low = Math.imul(low ^ letter, 1_597_334_677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return `${(high >>> 0).toString(36)}${(low >>> 0).toString(36)}`;
}

/** Signs any text, as the product's own signer does. */
export const signerWith = (secret: string) => (text: string): Promise<string> => Promise.resolve(keyedHash(secret, text));

export const fitsText = (text: string, signature: string, publicKey: Uint8Array): boolean => signature === keyedHash(decoder.decode(publicKey), text);

export const signWith = (secret: string, operation: Operation): SignedOperation => ({ ...operation, signature: keyedHash(secret, textToSign(operation)) });

/** The public key of a simulated device is its secret in bytes: the server only has to find out whether it fits. */
export const publicKeyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);

export const verifyFake = (operation: SignedOperation, publicKey: Uint8Array): Promise<boolean> =>
  Promise.resolve(operation.signature === keyedHash(decoder.decode(publicKey), textToSign(operation)));

/** Journal lines that only their user opens, on their device. */
export function fakeLineSeal(deviceId: DeviceId, userId: UserId, secret: string): LineSeal {
  return {
    signAgain: (operation) => Promise.resolve(signWith(secret, operation)),
    sealWithdrawal: (opId, keptAtMs, prev) =>
      Promise.resolve({
        v: 1, opId, deviceId, userId, keptAtMs, withdrawn: true, prev,
        forUser: { nonce: '', key: base64(userId) }, forServer: { keyId: 'k1', encapsulated: '', key: '' }, nonce: '', body: '', signature: '',
      } satisfies JournalLine),
    seal: (operation, keptAtMs, prev) =>
      Promise.resolve({
        v: 1, opId: operation.opId, deviceId, userId, keptAtMs, prev,
        forUser: { nonce: '', key: base64(userId) }, forServer: { keyId: 'k1', encapsulated: '', key: '' },
        nonce: '', body: base64(JSON.stringify(operation)), signature: '',
      } satisfies JournalLine),
    open: (line) => Promise.resolve(line.forUser.key === base64(userId) ? (JSON.parse(Buffer.from(line.body, 'base64').toString('utf8')) as SignedOperation) : null),
  };
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
