import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { buildApp } from '#server/app.ts';
import { createPool } from '#server/db/pool.ts';
import { mostPerUser } from '#server/live/live-hub.ts';
import { candidateGroups, nextId, visitGroups } from '../contract/server-builders.ts';
import { ManualTimers } from './support/manual-timers.ts';
import { startTestServer, users, type SignedIn, type TestServer } from './support/test-server.ts';

let timers: ManualTimers;
let server: TestServer;
let base: string;
const closing: (() => Promise<unknown> | void)[] = [];
beforeEach(async () => {
  timers = new ManualTimers();
  server = await startTestServer({ timers });
  base = await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await server.close();
});

/** What the device would hear, one event after another. */
class Listener {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly response: Response;
  #text = '';

  private constructor(response: Response, stop: AbortController) {
    this.response = response;
    this.#reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    closing.push(() => stop.abort());
  }

  static async to(by: SignedIn, at = base): Promise<Listener> {
    const stop = new AbortController();
    return new Listener(await by.fetcher()(`${at}/v1/live`, { signal: stop.signal }), stop);
  }

  /** @returns the next event, or null when the stream ended */
  async next(): Promise<{ readonly event: string; readonly data: unknown } | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(this.#text.slice(0, end)) ?? [];
        this.#text = this.#text.slice(end + 2);
        return { event, data: JSON.parse(data) as unknown };
      }
      const { done, value } = await this.#reader.read();
      if (done) return null;
      this.#text += new TextDecoder().decode(value);
    }
  }

  /** @returns the names of all events up to and with this one */
  async until(name: string): Promise<readonly string[]> {
    const names: string[] = [];
    while (names.at(-1) !== name) names.push((await this.next())?.event ?? 'the end');
    return names;
  }
}

async function makeCandidate(consultant: SignedIn, over: Parameters<typeof candidateGroups>[0] = {}): Promise<DossierId> {
  const dossierId = nextId<DossierId>('dossier');
  await consultant.push([consultant.device.operation({ kind: 'candidate', dossierId, recordId: nextId<RecordId>('candidate'), payload: candidateGroups(over) })]);
  return dossierId;
}

const visit = (coach: SignedIn, dossierId: DossierId) => coach.device.operation({ kind: 'visit', dossierId, recordId: nextId<RecordId>('visit'), payload: visitGroups() });

test('[LIV1] a listener hears whose stream it is, and that something changed: not what, and not who', async () => {
  const consultant = await server.signIn(users.consultant);
  const coach = await server.signIn(users.coach);
  const listener = await Listener.to(coach);
  expect(listener.response.headers.get('content-type')).toBe('text/event-stream');
  expect(listener.response.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(listener.response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await listener.next()).toEqual({ event: 'hello', data: { userId: 'jobcoach-een' } });
  await makeCandidate(consultant);
  expect(await listener.next()).toEqual({ event: 'changed', data: { n: 1 } });
});

test('[LIV3] nobody is called for what they may not see', async () => {
  const consultant = await server.signIn(users.consultant);
  const [coach, other] = [await Listener.to(await server.signIn(users.coach)), await Listener.to(await server.signIn(users.otherCoach))];
  await makeCandidate(consultant);
  expect(await coach.until('changed')).toEqual(['hello', 'changed']);
  timers.advance(10_000);
  expect(await other.until('heartbeat')).toEqual(['hello', 'heartbeat']);
});

test('[LIV1] what is sent through one server is told by another on the same database', async () => {
  const pool = createPool(server.databaseUrl);
  const second: FastifyInstance = await buildApp({ pool, config: { demo: true, secure: false, origins: [], sessionHours: 12 }, clock: { nowMs: () => server.clock.nowMs }, timers });
  const at = await second.listen({ port: 0, host: '127.0.0.1' });
  closing.push(() => second.close().then(() => pool.end()));
  const consultant = await server.signIn(users.consultant);
  const listener = await Listener.to(await server.signIn(users.coach), at);
  expect((await listener.next())?.event).toBe('hello');
  await makeCandidate(consultant);
  expect((await listener.next())?.event).toBe('changed');
});

test('[LIV1] many changes in a moment are told at most four times a second, and the last one is', async () => {
  const consultant = await server.signIn(users.consultant);
  const coach = await server.signIn(users.coach);
  const listener = await Listener.to(coach);
  const dossierId = await makeCandidate(consultant);
  expect(await listener.until('changed')).toEqual(['hello', 'changed']);
  for (let i = 0; i < 5; i += 1) await coach.push([visit(coach, dossierId)]);
  // The database's word that it moved may still be on its way when the pause ends: then it is told after that.
  for (let told = 1; told < 6; ) {
    timers.advance(250);
    const { data } = (await listener.next()) as { data: { n: number } };
    expect(data.n).toBeGreaterThan(told);
    told = data.n;
  }
});

test('[LIV2] [LIV3] a heartbeat comes every 10 s; a session that ended elsewhere ends its stream at the next one', async () => {
  const coach = await server.signIn(users.coach);
  const listener = await Listener.to(coach);
  await listener.until('hello');
  timers.advance(10_000);
  expect((await listener.next())?.event).toBe('heartbeat');
  await server.pool.query('delete from session');
  timers.advance(10_000);
  expect(await listener.next()).toBeNull();
});

test('[LIV3] signing out ends the stream at once, and another session of the same person goes on', async () => {
  const [here, elsewhere] = [await server.signIn(users.coach), await server.signIn(users.coach)];
  const [one, two] = [await Listener.to(here), await Listener.to(elsewhere)];
  await Promise.all([one.until('hello'), two.until('hello')]);
  expect((await here.request({ method: 'DELETE', url: '/v1/session' })).statusCode).toBe(204);
  expect(await one.next()).toBeNull();
  timers.advance(10_000);
  expect((await two.next())?.event).toBe('heartbeat');
});

test('without a session there is no stream, and one person holds no more than a few', async () => {
  expect((await fetch(`${base}/v1/live`)).status).toBe(401);
  const coach = await server.signIn(users.coach);
  const listeners: Listener[] = [];
  for (let i = 0; i <= mostPerUser; i += 1) {
    const listener = await Listener.to(coach);
    await listener.until('hello');
    listeners.push(listener);
  }
  expect(await listeners[0]?.next()).toBeNull();
  timers.advance(10_000);
  for (const listener of listeners.slice(1)) expect((await listener.next())?.event).toBe('heartbeat');
});

test('a listener whose connection to the database broke is told, once it is back, of what moved meanwhile', async () => {
  const consultant = await server.signIn(users.consultant);
  const listener = await Listener.to(await server.signIn(users.coach));
  await listener.until('hello');
  const listening = `select pid from pg_stat_activity where datname = current_database() and query like 'listen%'`;
  const { rows: [before] } = await server.pool.query<{ pid: number }>(listening);
  await server.pool.query('select pg_terminate_backend($1)', [before?.pid]);
  await makeCandidate(consultant);
  let isTold = false;
  const told = listener.until('changed').then(() => (isTold = true));
  // A second after the break was noticed, whenever that was.
  while (!isTold) {
    timers.advance(1_000);
    await server.pool.query('select 1');
  }
  await told;
});

test('a server that stops ends its streams instead of waiting for them', async () => {
  const listener = await Listener.to(await server.signIn(users.coach));
  await listener.until('hello');
  await server.app.close();
  expect(await listener.next()).toBeNull();
});
