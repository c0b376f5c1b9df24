import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import type { UserId } from '#shared/domain/ids.ts';
import { colleaguesIn } from '#shared/domain/records/colleagues.ts';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { importRegion, importUsers, type SeedUser } from '#server/storage/import-records.ts';
import { createPostgresServerStore } from '#server/storage/postgres-server-store.ts';
import { publishAllColleagues, publishColleagues } from '#server/storage/publish-colleagues.ts';
import { answerPull } from '#server/sync/answer-pull.ts';
import { createDatabase } from '../support/postgres.ts';

let pool: pg.Pool;
const region = 'rijk-van-nijmegen';
const user = (userId: string, displayName: string, role: SeedUser['role'] = 'jobcoach'): SeedUser => ({ userId: userId as UserId, displayName, role, municipalities: [], demo: false });
const publish = (users: readonly SeedUser[]) => withTransaction(pool, 'system', 'write', async (client) => {
  await importUsers(client, region, users);
  return publishColleagues(client, region, 1_000);
});

beforeAll(async () => {
  pool = createPool(await createDatabase());
  await migrate(pool);
  await withTransaction(pool, 'system', 'write', (client) => importRegion(client, { id: region, name: 'Rijk van Nijmegen' }));
}, 60_000);
afterAll(() => pool.end());

async function pulledBy(userId: string, role: SeedUser['role']): Promise<{ readonly document: unknown; readonly n: number; readonly digest: string }> {
  const reader = { ...user(userId, userId, role), region };
  const text = await createPostgresServerStore(pool).read(reader, (snapshot) => answerPull(snapshot, { epoch: null, after: 0, deviceId: null }, 1));
  const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly records?: readonly { readonly n: number; readonly groups: { readonly document: { readonly data: { readonly content: unknown } } } }[]; readonly digest: string });
  const [record] = lines.flatMap((line) => line.records ?? []);
  return { document: record?.groups.document.data.content, n: record?.n ?? 0, digest: lines.at(-1)?.digest ?? '' };
}

test('names and roles reach everyone as a document of the region, anew only when somebody changed', async () => {
  expect(await publish([user('jobcoach-een', 'Sanne de Wit'), user('manager-een', 'Ruud Peters', 'manager')])).toBe(true);
  expect(await publish([user('jobcoach-een', 'Sanne de Wit')])).toBe(false);
  const first = await pulledBy('manager-een', 'manager');
  expect(colleaguesIn(first.document).map(({ displayName, role }) => `${displayName} ${role}`)).toEqual(['Sanne de Wit jobcoach', 'Ruud Peters manager']);

  expect(await publish([user('jobcoach-een', 'Sanne Jansen')])).toBe(true);
  const second = await pulledBy('jobcoach-een', 'jobcoach');
  expect(colleaguesIn(second.document)[0]?.displayName).toBe('Sanne Jansen');
  expect(second.n).toBeGreaterThan(first.n);
  expect(second.digest).not.toBe(first.digest);
  // Nothing of a person but name and role.
  expect(Object.keys((second.document as { readonly people: readonly object[] }).people[0] ?? {}).sort()).toEqual(['displayName', 'role', 'userId']);
});

test('every start looks whether users were changed meanwhile', async () => {
  await withTransaction(pool, 'system', 'write', (client) => importUsers(client, region, [user('jobcoach-twee', 'Daan Verhoeven')]));
  await withTransaction(pool, 'system', 'write', (client) => publishAllColleagues(client, 2_000));
  expect(colleaguesIn((await pulledBy('jobcoach-twee', 'jobcoach')).document).map(({ userId }) => userId)).toContain('jobcoach-twee');
});

test('a role of a newer release makes one person unknown, not the list', () => {
  const people = [{ userId: 'a-een', displayName: 'A', role: 'jobcoach' }, { userId: 'b-een', displayName: 'B', role: 'planner' }, 'x'];
  expect(colleaguesIn({ people }).map(({ displayName }) => displayName)).toEqual(['A']);
  expect(colleaguesIn('nothing')).toEqual([]);
});

test('a server that starts does not wait for whoever holds the region, when nobody changed', async () => {
  await publish([user('jobcoach-een', 'Jobcoach Een')]);
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query('select 1 from region for update');
  try {
    await withTransaction(pool, 'system', 'write', async (client) => {
      await client.query(`set local lock_timeout = '2s'`);
      await publishAllColleagues(client, 2_000);
    });
  } finally {
    await holder.query('rollback');
    holder.release();
  }
  expect(await publish([user('jobcoach-een', 'Jobcoach Een')])).toBe(false);
});
