import { challengeHeader, objectionHeader, objectionIn, proofHeader, proofText } from '#shared/sync/device-proof.ts';
import { protocolVersion } from '#shared/sync/operation.ts';
import type { DeviceIdentity } from '#shared/sync/ports.ts';
import { deviceHeader, protocolHeader, userHeader } from '#shared/sync/session-protocol.ts';

export interface ProvenFetchParts {
  readonly fetcher: typeof fetch;
  readonly identity: DeviceIdentity;
  /** Raw Ed25519, base64: told again to a server that was restored and lost it. */
  readonly publicKey: string;
  /** Signs with the device's key, which is in memory while it is unlocked and no longer [PROOF3]. */
  readonly sign: (text: string) => Promise<string>;
}

/** The first request has no challenge yet, and a server that was restored has to be told our key first. */
const mostAttempts = 4;

/**
 * `fetch` for whatever hands out data or takes work: each request says who asks and what protocol it speaks, and proves
 * that the device is unlocked [PROOF1]. The challenge comes with every answer; only the first request is asked twice.
 */
export function createProvenFetch({ fetcher, identity, publicKey, sign }: ProvenFetchParts): typeof fetch {
  const { userId, deviceId } = identity;
  const who = { [userHeader]: userId, [deviceHeader]: deviceId, [protocolHeader]: String(protocolVersion) };
  let challenge: string | null = null;

  const proofOf = async (method: string, target: string): Promise<Readonly<Record<string, string>>> => {
    // Read once: another answer may bring the next one while this is signed.
    const now = challenge;
    return now === null ? {} : { [proofHeader]: `${now} ${await sign(proofText({ method, target, challenge: now, userId, deviceId }))}` };
  };

  return async (input, init = {}) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    // Only path and query are signed: a page does not know what a proxy calls the server.
    const { pathname, search } = new URL(address, 'http://veldwerk.invalid');
    const method = init.method ?? 'GET';
    let hasRegistered = false;
    for (let attempt = 1; ; attempt += 1) {
      const headers = { ...(init.headers as Readonly<Record<string, string>> | undefined), ...who, ...(await proofOf(method, `${pathname}${search}`)) };
      const response = await fetcher(address, { ...init, headers });
      const next = response.headers.get(challengeHeader);
      if (next !== null) challenge = next;
      const objection = response.status === 401 ? objectionIn(response.headers.get(objectionHeader)) : null;
      if (attempt === mostAttempts || objection === null || objection === 'other-device' || objection === 'device-revoked') return response;
      if (objection === 'device-unknown') {
        if (hasRegistered) return response;
        hasRegistered = true;
        // What it says does not matter: the next attempt tells whether the key is known now.
        await fetcher(address.replace(`${pathname}${search}`, '/v1/devices'), {
          ...init, method: 'POST', headers: { ...who, 'content-type': 'application/json' }, body: JSON.stringify({ deviceId, publicKey }),
        });
      } else if (next === null) return response;
    }
  };
}
