import { createPublicKey, verify } from 'node:crypto';
import { textToSign, type SignedOperation } from '#shared/sync/operation.ts';

/** Whether the device with this key signed the operation [OP4]. */
export type VerifySignature = (operation: SignedOperation, publicKey: Uint8Array) => boolean;

export const verifySignature: VerifySignature = (operation, publicKey) => {
  const signature = Buffer.from(operation.signature, 'base64');
  if (signature.length !== 64) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }, format: 'jwk' });
    return verify(null, Buffer.from(textToSign(operation), 'utf8'), key, signature);
  } catch {
    // A key that is no point of the curve.
    return false;
  }
};
