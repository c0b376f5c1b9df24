import { afterAll, beforeAll } from 'vitest';
import type pg from 'pg';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { createDatabase } from '../support/postgres.ts';
import { postgresShelf } from './postgres-shelf.ts';
import { serverContracts } from './server-contracts.ts';

let pool: pg.Pool;
beforeAll(async () => {
  pool = createPool(await createDatabase());
  await migrate(pool);
}, 60_000);
afterAll(() => pool.end());

let regions = 0;

/** A region of its own per test: what one leaves behind, no other can see. */
serverContracts('PostgreSQL', () => {
  regions += 1;
  return postgresShelf(pool, `regio-${regions}`);
});
