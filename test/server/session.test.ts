import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionResponseSchema } from '#shared/sync/session-protocol.ts';
import { startTestServer, users, type TestServer } from './support/test-server.ts';

describe('signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  test('the demo lists its users and lets one in, with a cookie that no script can read', async () => {
    const list = await server.app.inject({ method: 'GET', url: '/v1/demo/users' });
    expect(list.json<{ users: { userId: string }[] }>().users.map((user) => user.userId)).toEqual(['consulent-een', 'jobcoach-een', 'jobcoach-twee', 'manager-een']);
    const response = await server.app.inject({ method: 'POST', url: '/v1/demo/session', payload: { userId: 'jobcoach-een' } });
    expect(sessionResponseSchema.parse(response.json())).toMatchObject({ principal: { userId: 'jobcoach-een', role: 'jobcoach' }, region: { name: 'Rijk van Nijmegen' } });
    expect(response.cookies).toMatchObject([{ name: 'veldwerk', httpOnly: true, sameSite: 'Strict', path: '/' }]);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('the id in the cookie is not in the database', async () => {
    const coach = await server.signIn(users.coach);
    const [, id = ''] = coach.cookie.split('=');
    const { rows } = await server.pool.query<{ all: string }>(`select string_agg(encode(id_hash, 'escape') || encode(id_hash, 'base64') || encode(id_hash, 'hex'), ' ') as all from session`);
    expect(rows[0]?.all).not.toContain(id);
    expect(id).toHaveLength(43);
  });

  test('a session tells who it is, ends when asked, and ends by itself', async () => {
    const coach = await server.signIn(users.coach);
    expect((await coach.request({ method: 'GET', url: '/v1/session' })).json()).toMatchObject({ principal: { userId: 'jobcoach-een' } });
    expect((await coach.request({ method: 'DELETE', url: '/v1/session', headers: { 'content-type': 'application/json' } })).statusCode).toBe(204);
    expect((await coach.request({ method: 'GET', url: '/v1/session' })).statusCode).toBe(401);

    const later = await server.signIn(users.coach);
    server.clock.nowMs += 12 * 3_600_000 + 1;
    expect((await later.request({ method: 'GET', url: '/v1/session' })).json()).toMatchObject({ type: 'signed-out', status: 401 });
  });

  test('signing in again ends the session that the browser had', async () => {
    const coach = await server.signIn(users.coach);
    await coach.request({ method: 'POST', url: '/v1/demo/session', payload: { userId: 'manager-een' } });
    expect((await coach.request({ method: 'GET', url: '/v1/session' })).statusCode).toBe(401);
  });

  test.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(43)}; veldwerk=b`])('a cookie of our own making (%j) lets nobody in', async (value) => {
    expect((await server.app.inject({ method: 'GET', url: '/v1/session', headers: { cookie: `veldwerk=${value}` } })).statusCode).toBe(401);
  });

  test('who is no demo user cannot be chosen', async () => {
    await server.pool.query(`insert into app_user (region, user_id, display_name, role) values ('rijk-van-nijmegen', 'echt-iemand', 'Echt Iemand', 'manager')`);
    expect((await server.app.inject({ method: 'POST', url: '/v1/demo/session', payload: { userId: 'echt-iemand' } })).statusCode).toBe(404);
    expect((await server.app.inject({ method: 'GET', url: '/v1/demo/users' })).body).not.toContain('echt-iemand');
  });

  test('[F24] [PUSH6] work is only sent and fetched in the session of the person it belongs to', async () => {
    const coach = await server.signIn(users.coach);
    for (const header of ['manager-een', '']) {
      const response = await coach.request({ method: 'GET', url: '/v1/changes?after=0', headers: { 'veldwerk-user': header } });
      expect(response.json()).toMatchObject({ type: 'other-user', status: 409 });
      expect(response.headers['content-type']).toContain('application/problem+json');
    }
    expect((await coach.request({ method: 'POST', url: '/v1/operations', payload: { operations: [{}] }, headers: { 'veldwerk-user': 'manager-een' } })).statusCode).toBe(409);
  });

  test('[F24] [PUSH6] in a session that expired nothing is sent and nothing is fetched, whatever came before in it', async () => {
    const coach = await server.signIn(users.coach);
    expect((await coach.request({ method: 'GET', url: '/v1/changes?after=0' })).statusCode).toBe(200);
    server.clock.nowMs += 12 * 3_600_000 + 1;
    for (const request of [{ method: 'GET', url: '/v1/changes?after=0' }, { method: 'POST', url: '/v1/operations', payload: { operations: [{}] } }, { method: 'GET', url: '/v1/live' }] as const) {
      expect((await coach.request(request)).json(), request.url).toMatchObject({ type: 'signed-out', status: 401 });
    }
  });

  test('the audit knows who signed in and cannot be changed', async () => {
    await server.signIn(users.manager);
    const { rowCount } = await server.pool.query(`select 1 from audit_event where action = 'sign-in' and user_id = 'manager-een'`);
    expect(rowCount).toBeGreaterThan(0);
    await expect(server.pool.query(`update audit_event set user_id = 'x'`)).rejects.toThrow('append-only');
    await expect(server.pool.query('delete from audit_event')).rejects.toThrow('append-only');
    await expect(server.pool.query('truncate audit_event')).rejects.toThrow('append-only');
  });
});

describe('a server that is no demo', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ demo: false, secure: true });
  });
  afterAll(() => server.close());

  test('has no demo sign-in at all', async () => {
    expect((await server.app.inject({ method: 'GET', url: '/v1/demo/users' })).statusCode).toBe(404);
    expect((await server.app.inject({ method: 'POST', url: '/v1/demo/session', payload: { userId: 'jobcoach-een' } })).statusCode).toBe(404);
  });

  test('over TLS the cookie is bound to host and TLS', async () => {
    const demo = await startTestServer({ secure: true });
    try {
      const response = await demo.app.inject({ method: 'POST', url: '/v1/demo/session', payload: { userId: 'jobcoach-een' } });
      expect(response.cookies).toMatchObject([{ name: '__Host-veldwerk', secure: true, httpOnly: true, path: '/' }]);
      expect(response.headers['strict-transport-security']).toBeDefined();
    } finally {
      await demo.close();
    }
  });
});
