import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { challengeHeader, objectionHeader, objectionText, proofHeader, proofText, type DeviceObjection } from '#shared/sync/device-proof.ts';
import { deviceHeader } from '#shared/sync/session-protocol.ts';
import { challengeLivesMs } from '#server/auth/challenge.ts';
import { candidateGroups, nextId, TestDevice } from '../contract/server-builders.ts';
import { ManualTimers } from './support/manual-timers.ts';
import { SignedIn, startTestServer, users, type TestServer } from './support/test-server.ts';
import { temporaryDataDir } from '../support/launcher.ts';

let server: TestServer;
let coach: SignedIn;
const timers = new ManualTimers();
const place = await temporaryDataDir();
beforeAll(async () => {
  server = await startTestServer({ dataDir: place.dataDir, timers });
});
afterAll(async () => {
  await server.close();
  await place.remove();
});
beforeEach(async () => {
  coach = await server.signIn(users.coach);
  expect((await coach.request({ method: 'GET', url: '/v1/changes' })).statusCode).toBe(200);
});

const photo = '/v1/attachments/00000000-0000-4000-8000-00000000000a';
const doors = [
  ['GET', '/v1/changes'], ['GET', '/v1/changes?lane=own'], ['GET', '/v1/live'], ['POST', '/v1/operations'],
  ['POST', '/v1/attachments'], ['HEAD', photo], ['PATCH', photo], ['GET', `${photo}/content`],
] as const;
const tus = { 'tus-resumable': '1.0.0', 'content-type': 'application/json' };
const objection = (name: DeviceObjection) => objectionText(name);
/** With headers of our own making, and nothing that the harness would mend. */
const ask = (who: SignedIn, method: string, url: string, headers: Readonly<Record<string, string>>) => who.bare({ method: method as 'GET', url, headers: { ...tus, ...headers } });

describe.each(doors)('%s %s', (method, url) => {
  test('[PROOF1] gives nothing to a session alone: a locked laptop has one too', async () => {
    for (const headers of [{}, { [deviceHeader]: coach.device.deviceId }, { [deviceHeader]: coach.device.deviceId, [proofHeader]: `${coach.challenge} ` }]) {
      const response = await ask(coach, method, url, headers);
      expect(response.statusCode).toBe(401);
      expect([objection('proof-needed'), objection('device-unknown')]).toContain(response.headers[objectionHeader]);
      expect(response.body).not.toContain('dossier');
    }
  });

  test('[PROOF2] believes no proof that was made for another request, another session or another device, and none but the device’s own', async () => {
    const other = await server.signIn(users.coach);
    await other.request({ method: 'GET', url: '/v1/changes' });
    const stranger = new TestDevice(users.coach, coach.device.deviceId);
    const proofs = [
      coach.proof(method === 'GET' ? 'POST' : 'GET', url),
      coach.proof(method, `${url}${url.includes('?') ? '&' : '?'}after=1`),
      { ...coach.proof(method, url), [deviceHeader]: other.device.deviceId },
      { ...other.proof(method, url), [deviceHeader]: coach.device.deviceId },
      coach.proof(method, url, stranger),
      { ...coach.proof(method, url), [proofHeader]: 'x'.repeat(3_000) },
    ];
    for (const proof of proofs) {
      const response = await ask(coach, method, url, proof);
      expect([response.statusCode, response.headers[objectionHeader]]).toEqual([401, objection('proof-needed')]);
      // What to sign instead.
      expect(response.headers[challengeHeader]).toMatch(/^[a-z0-9]+\.[A-Za-z0-9_-]{43}$/);
    }
  });

  test('[PROOF2] believes no proof of some time ago, by the server’s clock, nor one of a time that has not come', async () => {
    const kept = coach.proof(method, url);
    server.clock.nowMs += challengeLivesMs + 1;
    expect((await ask(coach, method, url, kept)).headers[objectionHeader]).toBe(objection('proof-needed'));
    const early = coach.proof(method, url);
    server.clock.nowMs -= 3_600_000;
    expect((await ask(coach, method, url, early)).headers[objectionHeader]).toBe(objection('proof-needed'));
    // A clock that jumped costs one more question, never more. (A stream that began well would never end here.)
    if (url !== '/v1/live') expect((await ask(coach, method, url, coach.proof(method, url))).statusCode).not.toBe(401);
  });

  test('[PROOF1] gives nothing to a device that was withdrawn, whatever headers it leaves out', async () => {
    await server.pool.query('update device set revoked_at_ms = 1 where device_id = $1', [coach.device.deviceId]);
    const response = await ask(coach, method, url, coach.proof(method, url));
    expect([response.statusCode, response.headers[objectionHeader]]).toEqual([403, objection('device-revoked')]);
    expect((await ask(coach, method, url, {})).statusCode).toBe(401);
  });
});

test('[PROOF4] a session that is found open lets nobody add a device of their own, and takes no proof of another one', async () => {
  const stranger = new TestDevice(users.coach);
  const registration = { deviceId: stranger.deviceId, publicKey: Buffer.from(stranger.publicKey).toString('base64') };
  const refused = await coach.bare({ method: 'POST', url: '/v1/devices', payload: registration });
  expect([refused.statusCode, refused.headers[objectionHeader]]).toEqual([401, objection('other-device')]);
  expect((await server.pool.query('select 1 from device where device_id = $1', [stranger.deviceId])).rowCount).toBe(0);
  // Another laptop of the same person, registered in a session of its own, is no key to this one.
  const elsewhere = await server.signIn(users.coach);
  const response = await ask(coach, 'GET', '/v1/changes', coach.proof('GET', '/v1/changes', elsewhere.device));
  expect([response.statusCode, response.headers[objectionHeader]]).toEqual([401, objection('other-device')]);
});

test('[PROOF4] a registration that is refused leaves the session to the device that it is of', async () => {
  const fresh = new TestDevice(users.coach);
  const { cookies: [cookie] } = await server.app.inject({ method: 'POST', url: '/v1/demo/session', payload: { userId: users.coach.userId } });
  const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
  const register = (deviceId: string, publicKey: Uint8Array) => server.app.inject({ method: 'POST', url: '/v1/devices', headers, payload: { deviceId, publicKey: Buffer.from(publicKey).toString('base64') } });
  const other = await server.signIn(users.otherCoach);
  await other.request({ method: 'GET', url: '/v1/changes' });
  // Another's device, and our own under another key: a profile that was copied or put back.
  for (const deviceId of [other.device.deviceId, coach.device.deviceId]) expect((await register(deviceId, fresh.publicKey)).statusCode).toBe(409);
  expect((await register(fresh.deviceId, fresh.publicKey)).statusCode).toBe(201);
});

test('[PROOF4] the same device works on in a session that was begun anew', async () => {
  const again = await SignedIn.at(server.app, users.coach, coach.device);
  expect((await again.request({ method: 'GET', url: '/v1/changes' })).statusCode).toBe(200);
});

test('[PROOF1] the device of a colleague is as unknown as one that does not exist', async () => {
  const other = await server.signIn(users.otherCoach);
  for (const device of [other.device, new TestDevice(users.coach)]) {
    const response = await ask(coach, 'GET', '/v1/changes', coach.proof('GET', '/v1/changes', device));
    expect([response.statusCode, response.headers[objectionHeader]]).toEqual([401, objection('device-unknown')]);
  }
});

test('[PROOF2] what a device signs as a proof can never be an operation or a line of the journal', () => {
  const text = proofText({ method: 'GET', target: '/v1/changes', challenge: 'c', userId: coach.user.userId, deviceId: coach.device.deviceId });
  expect(() => JSON.parse(text) as unknown).toThrow();
});

test('[PROOF1] the product’s own fetch begins with nothing, registers a device that a restored server lost, and proves itself from then on', async () => {
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const asked: number[] = [];
  const fetcher = coach.fetcher(async (input, init) => {
    const response = await fetch(input, init);
    asked.push(response.status);
    return response;
  });
  expect((await fetcher(`${address}/v1/changes`)).status).toBe(200);
  expect((await fetcher(`${address}/v1/changes`)).status).toBe(200);
  expect(asked).toEqual([401, 200, 200]);
  asked.length = 0;
  await server.pool.query('delete from device where device_id = $1', [coach.device.deviceId]);
  expect((await fetcher(`${address}/v1/changes`)).status).toBe(200);
  expect(asked).toEqual([401, 201, 200]);
  // Nothing helps a device that was withdrawn, and it does not go on asking.
  asked.length = 0;
  await server.pool.query('update device set revoked_at_ms = 1 where device_id = $1', [coach.device.deviceId]);
  expect((await fetcher(`${address}/v1/changes`)).status).toBe(403);
  expect(asked).toEqual([403]);
});

test('[LIV3] [PROOF1] a live stream ends when its device is withdrawn', async () => {
  const consultant = await server.signIn(users.consultant);
  await consultant.push([consultant.device.operation({ kind: 'candidate', dossierId: nextId<DossierId>('dossier'), recordId: nextId<RecordId>('candidate'), payload: candidateGroups() })]);
  const address = server.app.server.listening ? `http://127.0.0.1:${(server.app.server.address() as { port: number }).port}` : await server.app.listen({ port: 0, host: '127.0.0.1' });
  const response = await coach.fetcher()(`${address}/v1/live`);
  expect(response.status).toBe(200);
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  await reader.read();
  await server.pool.query('update device set revoked_at_ms = 1 where device_id = $1', [coach.device.deviceId]);
  timers.advance(10_000);
  for (let read = await reader.read(); !read.done; read = await reader.read());
});
