import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InjectOptions } from 'fastify';
import { problemSchema } from '#shared/sync/session-protocol.ts';
import { bsnOfDemo, candidateGroups, nextId, visitGroups } from '../contract/server-builders.ts';
import { finalMeasurement } from '../contract/server-measurement.ts';
import { startTestServer, users, type SignedIn, type TestServer } from './support/test-server.ts';

let server: TestServer;
let coach: SignedIn;
let staticDir: string;
beforeAll(async () => {
  staticDir = await mkdtemp(path.join(tmpdir(), 'veldwerk-static-'));
  await mkdir(path.join(staticDir, 'assets'));
  await writeFile(path.join(staticDir, 'index.html'), '<!doctype html><title>Veldwerk</title>');
  await writeFile(path.join(staticDir, 'service-worker.js'), '// worker');
  await writeFile(path.join(staticDir, 'assets', 'main-4f3a.js'), '// main');
  server = await startTestServer({ staticDir });
  coach = await server.signIn(users.coach);
});
afterAll(async () => {
  await server.close();
  await rm(staticDir, { recursive: true });
});

describe('problems', () => {
  const check = (kind: string, groups: unknown) => coach.request({ method: 'POST', url: '/v1/checks', payload: { kind, groups } as object });

  test('a BSN that fails the elfproef gets its place and a plain sentence', async () => {
    const response = await check('candidate', { ...candidateGroups(), bsn: { bsn: '123456789' } });
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(problemSchema.parse(response.json())).toMatchObject({
      type: 'invalid', title: 'Dit klopt niet', status: 400,
      errors: [{ pointer: '#/groups/bsn/bsn', code: 'bsn.elfproef', detail: expect.stringContaining('geen geldig BSN') as string }],
    });
    // What was sent is not repeated: it may be somebody's number.
    expect(response.body).not.toContain('123456789');
  });

  test.each([['12345678', 'acht cijfers'], ['１２３４５６７８２', 'full-width'], ['12345678O', 'letter O'], ['000000000', 'nullen']])('BSN %s (%s) is refused, never mended', async (bsn) => {
    expect((await check('candidate', { ...candidateGroups(), bsn: { bsn } })).statusCode).toBe(400);
    expect((await check('candidate', { ...candidateGroups(), bsn: { bsn: bsnOfDemo } })).statusCode).toBe(204);
  });

  test('shares that do not add up to 100 % are named with their sum', async () => {
    const groups = finalMeasurement({ expertId: 'deskundige-een' });
    const tasks = structuredClone(groups['tasks']) as { hoofdtaken: { aandeel: string }[] };
    tasks.hoofdtaken[0] = { ...tasks.hoofdtaken[0], aandeel: '45' };
    const response = await check('measurement', { facts: groups['facts'], tasks, views: groups['views'] });
    const error = problemSchema.parse(response.json()).errors?.find((each) => each.code === 'loonwaarde.sharesNotHundred');
    expect(error?.detail).toContain('95');
    expect(error?.pointer).toBe('#/groups/tasks/hoofdtaken');
  });

  test('a date in the year 20226 gets a sentence', async () => {
    const response = await check('visit', visitGroups({ heldOn: '20226-03-09' }));
    expect(problemSchema.parse(response.json()).errors?.[0]).toMatchObject({ pointer: '#/groups/facts/heldOn', code: 'day.invalid' });
  });

  test('all errors come at once', async () => {
    const facts = { ...(visitGroups()['facts'] as object), heldOn: 'gisteren', durationMinutes: 0, risk: 'onbekend' };
    const pointers = problemSchema.parse((await check('visit', { ...visitGroups(), facts })).json()).errors?.map((error) => error.pointer);
    expect(pointers).toEqual(expect.arrayContaining(['#/groups/facts/heldOn', '#/groups/facts/durationMinutes', '#/groups/facts/risk']));
  });

  test('what does not exist and what is not found have one shape', async () => {
    for (const url of ['/v1/onbekend', '/v1/', '/v1', '/v1/devices/..%2f', '/v1/session/x']) {
      const response = await coach.request({ method: 'GET', url });
      expect(problemSchema.parse(response.json())).toMatchObject({ type: 'not-found', status: 404 });
    }
  });

  const bodies: readonly (readonly [string, InjectOptions, number])[] = [
    ['no JSON', { payload: '{"operations": [' }, 400],
    ['an empty body', { payload: '' }, 400],
    ['a number', { payload: '17' }, 400],
    ['a list', { payload: '[]' }, 400],
    ['null', { payload: 'null' }, 400],
    ['__proto__ beside the operations', { payload: '{"operations": [{}], "__proto__": {"admin": true}}' }, 400],
    ['bottomless nesting', { payload: `{"operations": [${'['.repeat(100_000)}${']'.repeat(100_000)}]}` }, 400],
    ['a thousand and one operations', { payload: JSON.stringify({ operations: Array.from({ length: 1_001 }, () => ({})) }) }, 400],
    ['no operations', { payload: '{"operations": []}' }, 400],
    ['9 MB', { payload: JSON.stringify({ operations: ['x'.repeat(9_000_000)] }) }, 413],
    ['another type', { payload: 'operations=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['no type', { payload: Buffer.from('{}'), headers: { 'content-type': '' } }, 415],
    ['text posing as JSON', { payload: '{"operations":[{}]}', headers: { 'content-type': 'text/plain;application/json' } }, 415],
  ];
  test.each(bodies)('%s is refused as a problem, never with 500', async (_name, options, status) => {
    const response = await coach.request({ method: 'POST', ...options, url: '/v1/operations', headers: { 'content-type': 'application/json', ...options.headers } });
    expect([response.statusCode, problemSchema.parse(response.json()).status]).toEqual([status, status]);
    // And the queue of a well-behaved device keeps flowing.
    expect((await coach.push([{}])).statusCode).toBe(200);
  });

  test('a check of more than 2 MB is refused', async () => {
    expect((await check('visit', { note: 'x'.repeat(2_200_000) })).statusCode).toBe(413);
  });

  test.each(['after=-1', 'after=x', 'after=1e3', 'after=1&after=2', `after=${'9'.repeat(40)}`, 'epoch=0x1', 'wat=1', 'after=1%00'])('a pull with ?%s is refused', async (query) => {
    expect((await coach.request({ method: 'GET', url: `/v1/changes?${query}` })).statusCode).toBe(400);
  });

  test('a database that is away is "busy" with a time to come back, and tells nothing of itself', async () => {
    const away = await startTestServer();
    const somebody = await away.signIn(users.coach);
    await away.pool.end();
    const response = await somebody.request({ method: 'GET', url: '/v1/changes' });
    expect([500, 503]).toContain(response.statusCode);
    expect(response.body).not.toMatch(/pool|postgres|127\.0\.0\.1/i);
    await away.app.close();
  });
});

describe('other websites', () => {
  const post = (headers: Readonly<Record<string, string>>) => coach.request({ method: 'POST', url: '/v1/operations', payload: { operations: [{}] }, headers: { host: 'veldwerk.example', ...headers } });

  test.each([
    [{ origin: 'https://elders.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://veldwerk.example.elders.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://veldwerk.example', 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 200],
  ])('a change with %j gets %i', async (headers, status) => {
    expect((await post(headers)).statusCode).toBe(status);
  });

  test('signing out from another website is refused too', async () => {
    expect((await coach.request({ method: 'DELETE', url: '/v1/session', headers: { origin: 'https://elders.example' } })).statusCode).toBe(403);
  });
});

describe('headers', () => {
  test.each(['/', '/v1/session', '/v1/onbekend', '/health', '/assets/main-4f3a.js', '/nergens.js'])('%s comes with the security headers', async (url) => {
    const { headers } = await server.app.inject({ method: 'GET', url });
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"]) expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('a pull is lines that nobody may keep', async () => {
    const { headers } = await coach.request({ method: 'GET', url: '/v1/changes?after=0' });
    expect(headers).toMatchObject({ 'content-type': expect.stringMatching(/^application\/x-ndjson/) as string, 'cache-control': 'no-store' });
  });
});

describe('pages', () => {
  const page = { accept: 'text/html' };
  test('every address of a screen is the one page; a missing file is not', async () => {
    for (const url of ['/', '/kandidaten', '/kandidaten/abc-123?tab=bezoeken', '/health/x']) expect((await server.app.inject({ method: 'GET', url, headers: page })).body).toContain('<title>Veldwerk</title>');
    expect((await server.app.inject({ method: 'GET', url: '/assets/weg-1234.js', headers: page })).statusCode).toBe(404);
    expect((await server.app.inject({ method: 'GET', url: '/kandidaten', headers: { accept: 'application/json' } })).statusCode).toBe(404);
    expect((await server.app.inject({ method: 'GET', url: '/v1/kandidaten', headers: page })).statusCode).toBe(404);
  });

  test.each([['/', 'no-cache'], ['/kandidaten', 'no-cache'], ['/service-worker.js', 'no-cache'], ['/assets/main-4f3a.js', 'public, max-age=31536000, immutable']])('%s is kept by a browser as %s', async (url, cache) => {
    expect((await server.app.inject({ method: 'GET', url, headers: page })).headers['cache-control']).toBe(cache);
  });

  test.each(['/../package.json', '/..%2f..%2fetc%2fpasswd', '/assets/..%5c..%5cx', '/%2e%2e/%2e%2e/etc/passwd', '/.env'])('%s leads out of the folder nowhere', async (url) => {
    const response = await server.app.inject({ method: 'GET', url });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
  });
});

test('/health says ok', async () => {
  expect((await server.app.inject({ method: 'GET', url: '/health' })).json()).toEqual({ status: 'ok' });
});

test('the log names routes, never addresses, bodies or people', async () => {
  await check(bsnOfDemo);
  const all = JSON.stringify(server.logged);
  expect(all).not.toContain(bsnOfDemo);
  expect(all).not.toContain('Zonneveldt');
  expect(all).not.toContain('jobcoach-een');
  expect(server.logged.at(-1)).toMatchObject({ event: 'request', method: 'GET', route: '-', status: 404 });

  async function check(bsn: string): Promise<void> {
    await coach.request({ method: 'POST', url: '/v1/checks', payload: { kind: 'candidate', groups: candidateGroups() } });
    await coach.request({ method: 'GET', url: `/v1/kandidaten/${bsn}?bsn=${bsn}` });
  }
});

test('[PULL7] a cursor that this server never handed out starts again, and the administrator can read that in the log', async () => {
  const page = await coach.pull(1_000_000);
  expect(page.tail.cursor).toBeLessThan(1_000_000);
  expect(server.logged.filter((entry) => entry['event'] === 'cursor-from-the-future')).toMatchObject([{ epoch: 1, n: page.tail.cursor, after: 1_000_000 }]);
});

test('[VER5] an app that speaks what the server no longer does is told so; one without a word of it is taken for the first', async () => {
  const asking = (version: string) => coach.request({ method: 'GET', url: '/v1/changes', headers: { 'veldwerk-protocol': version } });
  const old = await asking('0');
  expect(old.statusCode).toBe(426);
  expect(problemSchema.parse(old.json())).toMatchObject({ type: 'too-old', status: 426 });
  expect((await coach.request({ method: 'POST', url: '/v1/operations', headers: { 'veldwerk-protocol': '0' }, payload: { operations: [{}] } })).statusCode).toBe(426);
  for (const version of ['1', '2', '999']) expect((await asking(version)).statusCode).toBe(200);
  expect((await asking('een')).statusCode).toBe(400);
});

test('a page that travels is compressed, and one that stays on this machine is not', async () => {
  const consultant = await server.signIn(users.consultant);
  for (let i = 0; i < 10; i += 1) await consultant.push([1, 2, 3].map(() => consultant.device.operation({ kind: 'candidate', dossierId: nextId('dossier'), recordId: nextId('candidate'), payload: candidateGroups() })));
  const ask = (headers: Readonly<Record<string, string>>) => consultant.request({ method: 'GET', url: '/v1/changes', headers: { 'accept-encoding': 'gzip, br', ...headers } });
  const near = await ask({});
  expect(near.headers['content-encoding']).toBeUndefined();
  const far = await ask({ 'x-forwarded-for': '203.0.113.9' });
  expect(far.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'application/x-ndjson', 'vary': 'accept-encoding' });
  expect(far.rawPayload.length).toBeLessThan(near.rawPayload.length / 3);
  expect(gunzipSync(far.rawPayload).toString()).toBe(near.body);
  expect((await ask({ 'x-forwarded-for': '203.0.113.9', 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
});
