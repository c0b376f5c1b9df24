import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { demoRegion, demoSeed } from '#server/demo-region/demo-region.ts';
import { seedRegion } from '#server/demo-region/seed-region.ts';
import { day } from '#shared/lib/calendar.ts';
import { createDatabase } from '../support/postgres.ts';

const today = day('2026-11-20');
let pool: pg.Pool;

beforeAll(async () => {
  pool = createPool(await createDatabase());
  await migrate(pool);
});
afterAll(() => pool.end());

async function countOf(sql: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(sql);
  return rows[0]?.count ?? -1;
}

test('an empty database is filled once, by whoever comes first, and then left as it is', async () => {
  const outcomes = await Promise.all([seedRegion(pool, { today, candidates: 100, ifEmpty: true }), seedRegion(pool, { today, candidates: 100, ifEmpty: true })]);
  expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual(['left-alone', 'seeded']);
  const { records, users } = demoRegion({ seed: demoSeed, today, candidates: 100 });
  expect(await countOf('select count(*) from record')).toBe(records.length);
  expect(await countOf('select n as count from region')).toBe(records.length);
  expect(await countOf('select count(*) from app_user')).toBe(users.length);
  expect(await countOf(`select count(*) from caseload where user_id = 'jobcoach-sanne'`)).toBe(25);
});

test('a region that is there grows on another day, and keeps what people changed', async () => {
  await pool.query(`update record set groups = jsonb_set(groups, '{identity,data,givenName}', '"Gewijzigd"') where kind = 'candidate' and n = (select min(n) from record where kind = 'candidate')`);
  const before = await countOf('select count(*) from record');
  const steps: number[] = [];
  const outcome = await seedRegion(pool, { today: day('2026-11-26'), candidates: 240, onProgress: (done) => steps.push(done) });
  expect(outcome).toMatchObject({ kind: 'seeded', records: await countOf('select count(*) from record') });
  expect(steps.at(-1)).toBe(outcome.records - before);
  expect(await countOf(`select count(*) from record where kind = 'candidate'`)).toBe(240);
  expect(await countOf(`select count(*) from caseload where user_id = 'jobcoach-sanne'`)).toBe(60);
  expect(await countOf(`select count(*) from record where groups #>> '{identity,data,givenName}' = 'Gewijzigd'`)).toBe(1);
  // Every placement's work place and employer is there.
  expect(await countOf(`
    select count(*) from record p where p.kind = 'placement' and (
      not exists (select from record e where e.record_id = p.groups #>> '{facts,data,employerId}')
      or (p.groups #>> '{facts,data,workPlaceId}' is not null and not exists (select from record w where w.record_id = p.groups #>> '{facts,data,workPlaceId}')))`)).toBe(0);
});

test('a seed that breaks off halfway leaves nothing behind', async () => {
  const before = await countOf('select count(*) from record');
  await expect(seedRegion(pool, { today, candidates: 400, onProgress: () => { throw new Error('the power went'); } })).rejects.toThrow('the power went');
  expect(await countOf('select count(*) from record')).toBe(before);
});
