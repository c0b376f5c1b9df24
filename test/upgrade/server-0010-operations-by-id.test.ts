import { expect, test } from 'vitest';
import { databaseBefore, fillOldRegion } from './old-database.ts';

test('[PUSH3] operations stay what they were, and are found by their ids', async () => {
  const { pool, upgrade } = await databaseBefore(10);
  await fillOldRegion(pool);
  const { rows: [region] } = await pool.query<{ id: string }>('select id from region');
  await pool.query(
    `insert into operation (region, op_id, payload_hash, user_id, device_id, dossier_id, record_id, kind, received_at_ms, outcome, detail, evidence)
     select $1, gen_random_uuid(), 'hash', 'wie', gen_random_uuid(), 'dossier', 'record', 'visit', at, 'applied', '{}', '{"text": "\\u0000"}' from generate_series(1, 3) as at`,
    [region?.id],
  );
  const all = 'select op_id, payload_hash, received_at_ms, detail::text, evidence::text from operation order by op_id';
  const { rows: before } = await pool.query<{ op_id: string }>(all);
  await upgrade();
  expect((await pool.query(all)).rows).toEqual(before);
  const { rows: indexes } = await pool.query<{ indexname: string }>("select indexname from pg_indexes where tablename = 'operation'");
  expect(indexes).toEqual([{ indexname: 'operation_pkey' }]);
  await expect(pool.query('insert into operation select * from operation where op_id = $1', [before[0]?.op_id])).rejects.toThrow('operation_pkey');
  await pool.end();
});
