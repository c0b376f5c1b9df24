import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { pullTailSchema } from '#shared/sync/protocol.ts';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { answerPull } from '#server/sync/answer-pull.ts';
import { createPullAhead } from '#server/sync/pull-ahead.ts';
import type { ServerStore } from '#server/sync/server-store.ts';
import { Cast } from '../contract/server-cast.ts';
import { postgresShelf } from '../contract/postgres-shelf.ts';
import { createDatabase } from '../support/postgres.ts';

let pool: pg.Pool;
beforeAll(async () => {
  pool = createPool(await createDatabase());
  await migrate(pool);
});
afterAll(() => pool.end());

const tailOf = (text: string) => pullTailSchema.parse(JSON.parse(text.trimEnd().split('\n').at(-1) ?? ''));

async function setUp(region: string) {
  const shelf = await postgresShelf(pool, region);
  const cast = await Cast.onto(shelf);
  const { dossierId } = await cast.candidate();
  await cast.coach.push([1, 2, 3, 4, 5, 6].map(() => cast.visit(cast.coach, dossierId)));
  const { user } = cast.coach;
  const ahead = createPullAhead();
  /** How often rows were asked of the database. */
  let made = 0;
  const store: ServerStore = {
    ...shelf.store,
    read: (principal, work) => shelf.store.read(principal, (snapshot) => work(new Proxy(snapshot, { get: (target, name) => {
      if (name === 'rows') made += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...input: unknown[]) => unknown).bind(target) : value;
    } }))),
  };
  const pull = async (after: number, principal = user) => (await ahead.answer(store, principal, { epoch: 1, after, deviceId: null }, 1, 3)).toString();
  const direct = (after: number) => shelf.store.read(user, (snapshot) => answerPull(snapshot, { epoch: 1, after, deviceId: null }, 1, 3));
  return { cast, dossierId, user, pull, direct, made: () => made };
}

test('[PULL6] pages made ahead are what would be made now, and end where those end', async () => {
  const { pull, direct } = await setUp('ahead-a');
  let after = 0;
  for (let pages = 0; ; pages += 1) {
    const text = await pull(after);
    expect(text).toBe(await direct(after));
    const { cursor, more } = tailOf(text);
    after = cursor;
    if (more) continue;
    expect(pages).toBeGreaterThan(1);
    return;
  }
});

test('[PULL6] a page made ahead is made once, and made anew when anything in the region moved since', async () => {
  const { cast, dossierId, pull, direct, made } = await setUp('ahead-b');
  const first = tailOf(await pull(0));
  const second = tailOf(await pull(first.cursor));
  // Two asked for, and one made ahead of the third.
  await expect.poll(made).toBe(3);
  await cast.coach.push([cast.visit(cast.coach, dossierId)]);
  expect(await pull(second.cursor)).toBe(await direct(second.cursor));
});

test('[PULL2] a page made ahead is never given to somebody whose rights became others', async () => {
  const { cast, user, pull } = await setUp('ahead-c');
  const { cursor } = tailOf(await pull(0));
  const manager = { ...user, role: 'manager' } as typeof user;
  expect(cast).toBeDefined();
  expect(await pull(cursor, manager)).not.toContain('observations');
});
