import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { DeviceId, UserId } from '#shared/domain/ids.ts';
import { createProvenFetch } from '#renderer/sync/proven-fetch.ts';

/**
 * Signs in at a demo server with a device of its own, as the product does at a first use.
 * @param url without a slash at the end
 * @returns `fetch` for addresses under that url, with the session and the device's proof
 */
export async function provenReader(url: string, userId: string): Promise<typeof fetch> {
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${url}/v1/demo/session`, { method: 'POST', headers: json, body: JSON.stringify({ userId }) });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const pair = generateKeyPairSync('ed25519');
  return createProvenFetch({
    fetcher: (input, init) => fetch(input, { ...init, headers: { ...(init?.headers as Readonly<Record<string, string>>), cookie } }),
    identity: { userId: userId as UserId, deviceId: randomUUID() as DeviceId },
    // Unknown to the server until it is asked for the first time.
    publicKey: Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    sign: (text) => Promise.resolve(sign(null, Buffer.from(text, 'utf8'), pair.privateKey).toString('base64')),
  });
}
