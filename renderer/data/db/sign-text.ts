import { toBase64 } from './base64.ts';

/** Signs with the device's own key, which no script can take out of the browser's crypto. @returns Ed25519, base64 */
export function createSigner(signingKey: CryptoKey): (text: string) => Promise<string> {
  const encoder = new TextEncoder();
  return async (text) => toBase64(new Uint8Array(await crypto.subtle.sign('Ed25519', signingKey, encoder.encode(text))));
}
