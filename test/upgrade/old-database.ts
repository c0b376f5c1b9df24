import type pg from 'pg';
import { migrate, readMigrations } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { createDatabase } from '../support/postgres.ts';

/** A database as it was before a migration, and the step to it. */
export interface OldDatabase {
  readonly pool: pg.Pool;
  /** Runs the migration itself, and none after it. */
  readonly upgrade: () => Promise<void>;
}

/** @param number of the migration that is still to come */
export async function databaseBefore(number: number): Promise<OldDatabase> {
  const all = await readMigrations();
  const pool = createPool(await createDatabase());
  await migrate(pool, all.slice(0, number - 1));
  return {
    pool,
    upgrade: async () => {
      const ran = await migrate(pool, all.slice(0, number));
      if (ran !== 1) throw new Error(`${ran} migrations ran instead of one`);
    },
  };
}

/** A region with a jobcoach, a candidate and two visits, as a server of before these migrations left it. */
export async function fillOldRegion(pool: pg.Pool): Promise<void> {
  const group = (n: number, data: unknown) => ({ version: { epoch: 1, n }, changedBy: 'jobcoach-een', changedAtMs: 1, data });
  await pool.query(`insert into region (id, name, n) values ('regio', 'Regio', 3)`);
  await pool.query(`insert into app_user (region, user_id, display_name, role) values ('regio', 'jobcoach-een', 'Jobcoach Een', 'jobcoach')`);
  await pool.query(`insert into dossier (region, dossier_id, type, main_record_id, municipality) values ('regio', 'dossier-a', 'candidate', 'candidate-a', 'GM0268')`);
  await pool.query(`insert into caseload (region, user_id, dossier_id) values ('regio', 'jobcoach-een', 'dossier-a')`);
  const records = [['candidate-a', 'candidate', 1, { registration: group(1, {}) }], ['visit-a', 'visit', 2, { facts: group(2, {}) }], ['measurement-a', 'measurement', 3, { facts: group(3, {}), result: group(3, {}) }]];
  for (const [recordId, kind, n, groups] of records) {
    await pool.query(
      `insert into record (region, record_id, dossier_id, dossier_type, kind, municipality, created_by, n, groups) values ('regio', $1, 'dossier-a', 'candidate', $2, 'GM0268', 'jobcoach-een', $3, $4)`,
      [recordId, kind, n, JSON.stringify(groups)],
    );
  }
}
