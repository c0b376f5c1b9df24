import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { withTransaction } from './transaction.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The database cannot be used by this version of the server; the message says why in one sentence. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** Beside this file in the source, beside the bundle (`dist/server/migrations`) in the product. */
export function migrationsDir(): string {
  const places = ['./migrations/', '../migrations/'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new MigrationRefused(`The folder with migrations is missing; looked in ${places.join(' and ')}.`);
  return found;
}

export async function readMigrations(dir: string = migrationsDir()): Promise<readonly Migration[]> {
  const names = (await readdir(dir)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).toSorted();
  const migrations = await Promise.all(names.map(async (name) => {
    // A checkout on Windows may have other line ends; that is not another migration.
    const sql = (await readFile(path.join(dir, name), 'utf8')).replaceAll('\r\n', '\n');
    return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  }));
  for (const [index, migration] of migrations.entries()) {
    if (migration.number !== index + 1) throw new MigrationRefused(`Migration ${migration.name} is out of order: number ${index + 1} was expected.`);
  }
  return migrations;
}

/** Any number, as long as every server of Veldwerk uses the same. */
const advisoryLock = 4_170_001;

/**
 * Brings the database to this version, in one transaction. Two servers that start at once wait for each other.
 * @returns how many migrations ran [count]
 * @throws MigrationRefused when the database is newer than this code, or a migration that ran was changed since
 */
export async function migrate(pool: pg.Pool, migrations?: readonly Migration[]): Promise<number> {
  const wanted = migrations ?? (await readMigrations());
  return withTransaction(pool, 'system', 'write', async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [advisoryLock]);
    await client.query('create table if not exists schema_migration (number integer primary key, name text not null, checksum text not null, ran_at timestamptz not null default now())');
    const { rows: done } = await client.query<{ number: number; name: string; checksum: string }>('select number, name, checksum from schema_migration order by number');
    for (const ran of done) {
      const ours = wanted[ran.number - 1];
      if (ours === undefined) throw new MigrationRefused(`The database is newer than this server: it has migration ${ran.name}. Start the newer server.`);
      if (ours.checksum !== ran.checksum) throw new MigrationRefused(`Migration ${ran.name} is not the one that made this database. A migration that ran is never changed; add a new one.`);
    }
    for (const migration of wanted.slice(done.length)) {
      await client.query(migration.sql);
      await client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [migration.number, migration.name, migration.checksum]);
    }
    return wanted.length - done.length;
  });
}
