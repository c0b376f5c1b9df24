import { expect, test } from 'vitest';
import { appendAudit } from '#server/audit/append-audit.ts';
import { checkAudit } from '#server/audit/check-audit.ts';
import { runOn } from '#server/db/run-on.ts';
import { withTransaction } from '#server/db/transaction.ts';
import type { UserId } from '#shared/domain/ids.ts';
import { databaseBefore, fillOldRegion } from './old-database.ts';

test('[I7] what the audit said before there were chains stays; from now on no line comes in without its place', async () => {
  const { pool, upgrade } = await databaseBefore(9);
  await fillOldRegion(pool);
  await pool.query(`insert into audit_event (region, at_ms, action, result) select id, 1, 'restore', 'new-epoch' from region`);
  const { rows: before } = await pool.query<{ region: string }>('select region, at_ms, action, result, detail from audit_event');
  await upgrade();
  expect((await pool.query('select region, at_ms, action, result, detail from audit_event')).rows).toEqual(before);
  const [first] = before;
  const region = first?.region ?? '';
  await expect(pool.query(`insert into audit_event (region, at_ms, action, result) values ($1, 2, 'x', 'y')`, [region])).rejects.toThrow('audit_event_is_chained');
  const line = { action: 'sign-in', result: 'demo', atMs: 2, userId: 'wie' as UserId, deviceId: null, dossierId: null, recordId: null, requestId: null, detail: {} };
  await withTransaction(pool, 'system', 'write', (client) => appendAudit(runOn(client), region, [line, { ...line, atMs: 3 }]));
  expect(await withTransaction(pool, 'system', 'snapshot', checkAudit)).toEqual([{ region, lines: 2, gaps: [] }]);
  await pool.end();
});
