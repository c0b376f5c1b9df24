import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { demoRegion, demoSeed } from '#server/demo-region/demo-region.ts';
import { seedRegion } from '#server/demo-region/seed-region.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { day } from '#shared/lib/calendar.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { createDatabase } from '../support/postgres.ts';
import { startTestServer, type SignedIn } from './support/test-server.ts';

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
  // And who works there, which the server makes of its users.
  expect(await countOf('select count(*) from record')).toBe(records.length + 1);
  expect(await countOf('select n as count from region')).toBe(records.length + 1);
  expect(await countOf('select count(*) from app_user')).toBe(users.length);
  expect(await countOf(`select count(*) from caseload where user_id = 'jobcoach-sanne'`)).toBe(25);
});

test('a region that is there grows on another day, and keeps what people changed', async () => {
  await pool.query(`update record set groups = jsonb_set(groups, '{identity,data,givenName}', '"Gewijzigd"') where kind = 'candidate' and n = (select min(n) from record where kind = 'candidate')`);
  const before = await countOf('select count(*) from record');
  const { rows: files } = await pool.query<{ dossier_id: string }>(`select dossier_id from dossier where type = 'candidate'`);
  const inTheirFiles = `select count(*) from record where dossier_id in (${files.map((file) => `'${file.dossier_id}'`).join(', ')})`;
  const theirRecords = await countOf(inTheirFiles);
  const steps: number[] = [];
  const outcome = await seedRegion(pool, { today: day('2026-11-26'), candidates: 240, onProgress: (done) => steps.push(done) });
  expect(outcome).toMatchObject({ kind: 'seeded', records: await countOf('select count(*) from record') });
  expect(steps.at(-1)).toBe(outcome.records - before);
  // One of them has two files.
  expect(await countOf(`select count(*) from record where kind = 'candidate'`)).toBe(241);
  expect(await countOf(`select count(*) from caseload where user_id = 'jobcoach-sanne'`)).toBe(60);
  expect(await countOf(`select count(*) from record where groups #>> '{identity,data,givenName}' = 'Gewijzigd'`)).toBe(1);
  expect(await countOf(inTheirFiles)).toBe(theirRecords);
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

test('a database with records of another region is left alone, and gets no region of ours', async () => {
  const elsewhere = createPool(await createDatabase());
  try {
    await migrate(elsewhere);
    await elsewhere.query(`insert into region (id, name) values ('elders', 'Elders')`);
    await elsewhere.query(`insert into dossier (region, dossier_id, type) values ('elders', 'region', 'region')`);
    await elsewhere.query(`insert into record (region, record_id, dossier_id, dossier_type, kind, created_by, n, groups) values ('elders', 'een', 'region', 'region', 'regionDocument', 'beheer', 1, '{}')`);
    expect(await seedRegion(elsewhere, { today, ifEmpty: true })).toEqual({ kind: 'left-alone', records: 1 });
    expect((await elsewhere.query('select id from region')).rows).toEqual([{ id: 'elders' }]);
  } finally {
    await elsewhere.end();
  }
});

test('the demo users find their work through the server: sixty people for the jobcoach, the whole region without names for the manager', async () => {
  const server = await startTestServer();
  try {
    await seedRegion(server.pool, { today });
    const { records: made, users } = demoRegion({ seed: demoSeed, today, candidates: 240 });
    const pullAs = async (userId: string): Promise<{ readonly records: readonly StoredRecord[]; readonly text: string }> => {
      const user = users.find((each) => each.userId === userId);
      return pullAll(await server.signIn({ ...user, region: 'rijk-van-nijmegen' } as Principal));
    };
    const coach = await pullAs('jobcoach-sanne');
    expect(coach.records.filter((record) => record.kind === 'candidate').length).toBe(60);
    expect(coach.text).not.toContain('"bsn"');
    const consultant = await pullAs('consulent-mehmet');
    // The list of colleagues comes with the server's start; the experts' certificates are theirs alone.
    expect(consultant.records.length).toBe(made.filter(({ kind }) => kind !== 'certificate').length + 1);
    const manager = await pullAs('manager-ruud');
    expect(manager.records.filter((record) => record.kind === 'candidate').length).toBe(made.filter(({ kind }) => kind === 'candidate').length);
    const personal = made.flatMap(({ kind, groups }) => {
      const { bsn, identity, contact, note } = groups as Readonly<Record<string, Readonly<Record<string, string>>>>;
      return kind === 'candidate' ? [bsn?.['bsn'], JSON.stringify(identity).slice(1, -1), contact?.['street']] : kind === 'visit' ? [note?.['observations']] : [];
    });
    const told = personal.flatMap((text) => (text === undefined || text === '' ? [] : [text]));
    // Who is in it twice gave neither BSN nor street the second time.
    expect(personal.length - told.length).toBe(2);
    expect(told.length).toBeGreaterThan(900);
    expect(told.filter((text) => manager.text.includes(text))).toEqual([]);
    expect(manager.text).not.toContain('"familyName":');
  } finally {
    await server.close();
  }
});

async function pullAll(signedIn: SignedIn): Promise<{ readonly records: readonly StoredRecord[]; readonly text: string }> {
  const records: StoredRecord[] = [];
  let text = '';
  for (let after = 0, more = true; more;) {
    const page = await signedIn.pull(after);
    records.push(...page.records);
    text += page.text;
    ({ cursor: after, more } = page.tail);
  }
  return { records, text };
}
