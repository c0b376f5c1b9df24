import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type pg from 'pg';
import { migrate, migrationsDir, MigrationRefused, readMigrations } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { createDatabase } from '../support/postgres.ts';

let pool: pg.Pool;
let dir: string;
beforeEach(async () => {
  pool = createPool(await createDatabase());
  dir = await mkdtemp(path.join(tmpdir(), 'veldwerk-migrations-'));
  await cp(migrationsDir(), dir, { recursive: true });
});
afterEach(async () => {
  await pool.end();
  await rm(dir, { recursive: true });
});

test('an empty database gets every migration once; a second start does nothing', async () => {
  const all = await readMigrations();
  expect(await migrate(pool)).toBe(all.length);
  expect(await migrate(pool)).toBe(0);
});

test('servers that start at the same moment wait for each other', async () => {
  const ran = await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
  expect(ran.toSorted()).toEqual([0, 0, (await readMigrations()).length]);
});

test('a database of a newer server is refused in a sentence', async () => {
  const number = String((await readMigrations()).length + 1).padStart(4, '0');
  await writeFile(path.join(dir, `${number}-future.sql`), 'create table future (id integer)');
  await migrate(pool, await readMigrations(dir));
  await expect(migrate(pool)).rejects.toThrow(new MigrationRefused(`The database is newer than this server: it has migration ${number}-future.sql. Start the newer server.`));
});

test('a migration that was changed after it ran is refused; other line ends are no change', async () => {
  await migrate(pool);
  const [first] = await readMigrations();
  await writeFile(path.join(dir, first?.name ?? ''), (first?.sql ?? '').replaceAll('\n', '\r\n'));
  expect(await migrate(pool, await readMigrations(dir))).toBe(0);
  await writeFile(path.join(dir, first?.name ?? ''), `${first?.sql}-- changed\n`);
  await expect(migrate(pool, await readMigrations(dir))).rejects.toThrow('is not the one that made this database');
});

test('a migration that fails leaves nothing behind', async () => {
  const number = String((await readMigrations()).length + 1).padStart(4, '0');
  await writeFile(path.join(dir, `${number}-broken.sql`), 'create table half (id integer); select nonsense;');
  await expect(migrate(pool, await readMigrations(dir))).rejects.toThrow('nonsense');
  const { rows } = await pool.query<{ half: string | null; region: string | null }>(`select to_regclass('half') as half, to_regclass('region') as region`);
  expect(rows[0]).toEqual({ half: null, region: null });
});

test('a gap in the numbers is noticed', async () => {
  await writeFile(path.join(dir, '0099-gap.sql'), 'select 1');
  await expect(readMigrations(dir)).rejects.toThrow('out of order');
});
