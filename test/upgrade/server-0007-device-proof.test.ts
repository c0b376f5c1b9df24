import { expect, test } from 'vitest';
import { databaseBefore, fillOldRegion } from './old-database.ts';

test('[PROOF4] whoever was signed in before stays signed in, with a secret of their own for challenges and no device yet', async () => {
  const { pool, upgrade } = await databaseBefore(7);
  await fillOldRegion(pool);
  await pool.query(`insert into app_user (region, user_id, display_name, role) select id, 'wie', 'Wie Dan', 'manager' from region`);
  for (const id of ['a', 'b']) await pool.query(`insert into session (id_hash, region, user_id, created_at_ms, expires_at_ms) select sha256($1::bytea), id, 'wie', 1, 2 from region`, [Buffer.from(id)]);
  await upgrade();
  const { rows } = await pool.query<{ challenge_key: Buffer; device_id: string | null }>('select challenge_key, device_id from session');
  expect(rows).toHaveLength(2);
  expect(new Set(rows.map((row) => row.challenge_key.toString('hex'))).size).toBe(2);
  for (const row of rows) expect([row.challenge_key.length, row.device_id]).toEqual([32, null]);
  await pool.end();
});
