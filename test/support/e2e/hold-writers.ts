import pg from 'pg';
import type { Region } from './region.ts';

/** Makes all writers of the region wait in the middle of what they do. @returns how to let them go */
export async function holdWriters(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // The database may be killed under it.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  await client.query('select 1 from region for update');
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

/** Writers that wait for another's lock now [count]. */
export async function waitingWriters(region: Pick<Region, 'query'>): Promise<number> {
  const [row] = await region.query<{ readonly count: string }>(`select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return Number(row?.count ?? 0);
}
