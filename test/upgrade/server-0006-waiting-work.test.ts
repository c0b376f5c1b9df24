import { expect, test } from 'vitest';
import { databaseBefore, fillOldRegion } from './old-database.ts';

test('[CON4] [FGT2] a conflict of before decisions stays open, with what conflicts as what it writes; operations may have the new outcomes', async () => {
  const { pool, upgrade } = await databaseBefore(6);
  await fillOldRegion(pool);
  const opId = '11111111-1111-4111-8111-111111111111';
  await pool.query(
    `insert into operation (region, op_id, payload_hash, user_id, device_id, dossier_id, record_id, kind, received_at_ms, outcome, detail, evidence)
     values ('regio', $1, 'x', 'jobcoach-een', $1, 'dossier-a', 'candidate-a', 'candidate', 1, 'conflict', '{}', '{}')`, [opId]);
  await pool.query(`insert into conflict (region, op_id, dossier_id, record_id, groups, opened_at_ms) values ('regio', $1, 'dossier-a', 'candidate-a', '{contact}', 1)`, [opId]);
  await upgrade();
  expect((await pool.query('select groups, written, resolved_at_ms, resolved_by from conflict')).rows).toEqual([{ groups: ['contact'], written: ['contact'], resolved_at_ms: null, resolved_by: null }]);
  for (const outcome of ['handed-over', 'resolved']) await pool.query('update operation set outcome = $1', [outcome]);
  await expect(pool.query(`update operation set outcome = 'gone'`)).rejects.toThrow('operation_outcome_check');
  await pool.end();
});
