import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { roles, type Principal } from '#shared/domain/roles.ts';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { Cast } from '../contract/server-cast.ts';
import { postgresShelf } from '../contract/postgres-shelf.ts';
import { createDatabase } from '../support/postgres.ts';

let pool: pg.Pool;
beforeAll(async () => {
  pool = createPool(await createDatabase());
  await migrate(pool);
});
afterAll(() => pool.end());

const recordIdsOf = (rows: readonly { readonly text: string }[]) => rows.map(({ text }) => (JSON.parse(text) as { recordId: string }).recordId);

test('[PULL2] whoever works for no municipality reads nothing of one, in every role, and no query fails on it', async () => {
  const shelf = await postgresShelf(pool, 'nowhere');
  const cast = await Cast.onto(shelf);
  const candidate = await cast.candidate();
  for (const role of roles) {
    const somebody: Principal = { ...cast.otherConsultant.user, role, municipalities: [] };
    const [rows, count, own] = await shelf.store.read(somebody, async (snapshot) => [await snapshot.rows(0, 100), await snapshot.countRows(0), await snapshot.ownRows(100)] as const);
    expect(count, role).toBe(rows.rows.length);
    if (role === 'consultant') expect(recordIdsOf(rows.rows), role).not.toContain(candidate.recordId);
    expect(own, role).toEqual([]);
  }
});

test('[PULL6] [PULL2] rows of several municipalities come in one order, each once, however often one is named and wherever a page ends', async () => {
  const shelf = await postgresShelf(pool, 'several');
  const cast = await Cast.onto(shelf);
  const places = ['GM0268', 'GM0296', 'GM0268', 'GM0296', 'GM0268'] as const;
  const made: string[] = [];
  for (const municipality of places) made.push((await cast.candidate({ municipality })).recordId);
  await cast.employer();
  const twice: Principal = { ...cast.consultant.user, municipalities: ['GM0268', 'GM0296', 'GM0268'] as unknown as Principal['municipalities'] };
  const rowsOf = (after: number, limit: number) => shelf.store.read(twice, (snapshot) => snapshot.rows(after, limit));
  const whole = await rowsOf(0, 100);
  expect(whole.complete).toBe(true);
  const paged: (typeof whole.rows)[number][] = [];
  for (let page = await rowsOf(0, 2); ; page = await rowsOf(paged.at(-1)?.n ?? 0, 2)) {
    expect(page.rows.length).toBeLessThanOrEqual(2);
    paged.push(...page.rows);
    if (page.complete) break;
  }
  expect(paged).toEqual(whole.rows);
  expect(paged.map(({ n }) => n)).toEqual(paged.map(({ n }) => n).toSorted((a, b) => a - b));
  const ids = recordIdsOf(paged);
  expect(ids.filter((id) => made.includes(id))).toEqual(made);
  expect(await shelf.store.read(twice, (snapshot) => snapshot.countRows(0))).toBe(ids.length);
});
