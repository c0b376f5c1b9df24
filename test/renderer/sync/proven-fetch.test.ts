import { describe, expect, test } from 'vitest';
import type { DeviceId } from '#shared/domain/ids.ts';
import { challengeHeader, objectionHeader, objectionText, proofHeader, proofText, type DeviceObjection } from '#shared/sync/device-proof.ts';
import { protocolVersion } from '#shared/sync/operation.ts';
import { deviceHeader, protocolHeader, userHeader } from '#shared/sync/session-protocol.ts';
import { makeKeys, openKeys } from '#renderer/data/db/keyring.ts';
import { createSigner } from '#renderer/data/db/sign-text.ts';
import { createServerSignIn } from '#renderer/data/server-sign-in.ts';
import { createFetchTransport } from '#renderer/sync/fetch-transport.ts';
import { createProvenFetch } from '#renderer/sync/proven-fetch.ts';
import { sanne } from '../../fixtures/records.ts';

const identity = { userId: sanne, deviceId: '00000000-0000-4000-8000-000000000001' as DeviceId };

interface Asked {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A server that gives these answers in this order, the last one for ever. */
function serverOf(...answers: readonly Response[]) {
  const asked: Asked[] = [];
  const left = [...answers];
  const fetcher = ((path: string, init: RequestInit = {}) => {
    asked.push({ path, method: init.method ?? 'GET', headers: init.headers as Readonly<Record<string, string>> });
    return Promise.resolve((left.length > 1 ? left.shift() : left[0])?.clone());
  }) as typeof fetch;
  return { asked, fetcher, proven: createProvenFetch({ fetcher, identity, publicKey: 'pub', sign: (text) => Promise.resolve(`signed(${text})`) }) };
}

const answer = (status: number, challenge: string, objection?: DeviceObjection) =>
  new Response('{}', { status, headers: { [challengeHeader]: challenge, ...(objection === undefined ? {} : { [objectionHeader]: objectionText(objection) }) } });

const proofOf = (challenge: string, target: string, method = 'GET') => `${challenge} signed(${proofText({ method, target, challenge, ...identity })})`;

describe('a fetch that proves its device', () => {
  test('[PROOF1] asks twice the first time, and once from then on, by the challenge of the last answer', async () => {
    const { asked, proven } = serverOf(answer(401, 'a', 'proof-needed'), answer(200, 'b'), answer(200, 'c'));
    expect((await proven('/v1/changes?after=1', { headers: { accept: 'x' } })).status).toBe(200);
    await proven('/v1/operations', { method: 'POST' });
    expect(asked.map(({ headers }) => headers[proofHeader])).toEqual([undefined, proofOf('a', '/v1/changes?after=1'), proofOf('b', '/v1/operations', 'POST')]);
    expect(asked[0]?.headers).toMatchObject({ accept: 'x', [userHeader]: sanne, [deviceHeader]: identity.deviceId });
  });

  test('[PROOF1] goes on to no end for nobody: a server that never believes is answered as it is', async () => {
    const { asked, proven } = serverOf(answer(401, 'a', 'proof-needed'));
    expect((await proven('/v1/changes')).status).toBe(401);
    expect(asked.length).toBeLessThanOrEqual(4);
    const unknown = serverOf(answer(401, 'a', 'device-unknown'));
    expect((await unknown.proven('/v1/changes')).status).toBe(401);
    expect(unknown.asked.filter(({ path }) => path === '/v1/devices')).toHaveLength(1);
  });

  test.each([['other-device', 401], ['device-revoked', 403]] as const)('[PROOF1] %s is a person’s to solve: it asks once', async (objection, status) => {
    const { asked, proven } = serverOf(answer(status, 'a', objection));
    expect((await proven('/v1/changes')).status).toBe(status);
    expect(asked).toHaveLength(1);
  });

  test('[PROOF4] [VER5] what the server says of device and version reaches the loop in words of its own; a proxy’s 403 does not', async () => {
    const problems = await Promise.all([answer(401, 'a', 'other-device'), answer(403, 'a', 'device-revoked'), new Response('', { status: 403 }), new Response('', { status: 401 }), new Response('', { status: 426 })].map(async (response) => {
      const result = await createFetchTransport(sanne, serverOf(response).proven).pull({ epoch: 1, cursor: 0, lane: 'all' });
      return result.ok ? 'fine' : result.problem.kind;
    }));
    expect(problems).toEqual(['signed-out', 'withdrawn', 'garbled', 'signed-out', 'too-old']);
  });

  test('[PROOF5] says which protocol it speaks, as does everything that is asked before there is a key', async () => {
    const { asked, proven, fetcher } = serverOf(answer(200, 'a'));
    await proven('/v1/live');
    const signIn = createServerSignIn(fetcher);
    await signIn.current();
    await signIn.demoUsers();
    await signIn.signInAsDemoUser(sanne);
    await signIn.registerDevice({ ...identity, publicKey: 'pub' });
    await signIn.signOut();
    expect(asked).toHaveLength(6);
    for (const { headers } of asked) expect(headers[protocolHeader]).toBe(String(protocolVersion));
  });

  test('[VER5] an app that is too old hears so before it has a key, and when it is set up', async () => {
    const signIn = createServerSignIn(serverOf(new Response('{}', { status: 426 })).fetcher);
    for (const outcome of [await signIn.current(), await signIn.demoUsers(), await signIn.signInAsDemoUser(sanne), await signIn.registerDevice({ ...identity, publicKey: 'pub' })]) {
      expect(outcome).toEqual({ ok: false, problem: { kind: 'too-old' } });
    }
  });
});

test('[PROOF3] the key that proves the device signs and can be sent to a worker, and no script gets its bytes', async () => {
  const { wrapped } = await makeKeys(sanne, identity.deviceId, { passphrase: 'vier blauwe fietsen op de brug', deviceSecret: null });
  const keys = await openKeys(wrapped, { passphrase: 'vier blauwe fietsen op de brug', deviceSecret: null });
  if (keys === null) throw new Error('not opened');
  const travelled = structuredClone(keys.signingKey);
  for (const format of ['pkcs8', 'jwk', 'raw'] as const) await expect(crypto.subtle.exportKey(format, travelled)).rejects.toThrow();
  const signature = Uint8Array.from(atob(await createSigner(travelled)('tekst')), (letter) => letter.charCodeAt(0));
  const publicKey = await crypto.subtle.importKey('raw', Uint8Array.from(atob(wrapped.publicKey), (letter) => letter.charCodeAt(0)), 'Ed25519', false, ['verify']);
  expect(await crypto.subtle.verify('Ed25519', publicKey, signature, new TextEncoder().encode('tekst'))).toBe(true);
});
