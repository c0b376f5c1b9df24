import { expect, test } from 'vitest';
import { databaseBefore, fillOldRegion } from './old-database.ts';

test('[LIV1] a region of before live messages tells its listeners when it moves, and not when it stays where it was', async () => {
  const { pool, upgrade } = await databaseBefore(5);
  await fillOldRegion(pool);
  await upgrade();
  const listener = await pool.connect();
  const heard: unknown[] = [];
  listener.on('notification', ({ payload }) => heard.push(payload));
  await listener.query('listen veldwerk_region');
  await pool.query('update region set n = n');
  await pool.query('update region set backed_up_through = 2');
  await pool.query('update region set n = n + 1');
  // What was sent before an answer on the same connection has arrived with it.
  await listener.query('select 1');
  expect(heard).toEqual(['regio']);
  listener.release(true);
  await pool.end();
});
