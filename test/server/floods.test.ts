import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemSchema } from '#shared/sync/session-protocol.ts';
import { createRateLimit } from '#server/http/rate-limit.ts';
import { startTestServer, users, type SignedIn, type TestServer } from './support/test-server.ts';

let server: TestServer;
let coach: SignedIn;
beforeAll(async () => {
  server = await startTestServer({ limits: { pushesPerMinute: 30, signInsPerMinute: 10 } });
  [coach] = [await server.signIn(users.coach)];
});
afterAll(() => server.close());

test('the wait that is told is as long as it takes, and never longer than a minute', () => {
  const clock = { nowMs: 0 };
  const limit = createRateLimit({ nowMs: () => clock.nowMs }, 60);
  expect(limit.take('a', 60)).toBe(0);
  expect(limit.take('a', 5)).toBe(5);
  expect(limit.take('a', 1_000)).toBe(60);
  expect(limit.take('b', 60)).toBe(0);
  clock.nowMs += 5_000;
  expect(limit.take('a', 5)).toBe(0);
});

test('[PUSH8] a flood of batches is answered 429 with the time to come back, for that person alone, and then goes on', async () => {
  const consultant = await server.signIn(users.consultant);
  let response = await coach.push([{}]);
  for (let times = 0; response.statusCode === 200 && times < 60; times += 1) response = await coach.push([{}]);
  expect(response.statusCode).toBe(429);
  expect(problemSchema.parse(response.json()).type).toBe('too-many');
  const seconds = Number(response.headers['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect((await consultant.push([{}])).statusCode).toBe(200);
  server.clock.nowMs += seconds * 1_000;
  expect((await coach.push([{}])).statusCode).toBe(200);
});

test('a flood of sign-ins is answered 429 with the time to come back; another address is not', async () => {
  const signIn = (remoteAddress: string) => server.app.inject({ method: 'POST', url: '/v1/demo/session', remoteAddress, payload: { userId: 'niemand' } });
  let response = await signIn('203.0.113.1');
  for (let times = 0; response.statusCode === 404 && times < 60; times += 1) response = await signIn('203.0.113.1');
  expect(response.statusCode).toBe(429);
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  expect((await signIn('203.0.113.2')).statusCode).toBe(404);
});

test.each([
  ['eight megabytes of zeros', `{"operations":[[${'0,'.repeat(3_900_000)}0]]}`, 413],
  ['a hundred thousand small objects', `{"operations":[[${'{},'.repeat(100_000)}0]]}`, 413],
  ['eight megabytes of nothing', '\u0000'.repeat(8_000_000), 400],
])('%s is refused before it is read', async (_name, payload, status) => {
  server.clock.nowMs += 60_000;
  const response = await coach.request({ method: 'POST', url: '/v1/operations', headers: { 'content-type': 'application/json' }, payload });
  expect(response.statusCode).toBe(status);
  expect((await coach.push([{}])).statusCode).toBe(200);
});

test('whoever has no proof has nothing read of theirs, however large it is', async () => {
  const response = await coach.bare({ method: 'POST', url: '/v1/operations', headers: { 'content-type': 'application/json' }, payload: 'x'.repeat(9_000_000) });
  expect(response.statusCode).toBe(401);
});
