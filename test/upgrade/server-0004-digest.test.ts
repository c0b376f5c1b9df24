import { expect, test } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { rowDigest } from '#shared/sync/digest.ts';
import { databaseBefore, fillOldRegion } from './old-database.ts';

test('[DIG1] rows of before the digest are counted in it: the region’s, the municipality’s and the caseload’s', async () => {
  const { pool, upgrade } = await databaseBefore(4);
  await fillOldRegion(pool);
  await upgrade();
  const xor = (recordId: string, n: number) => BigInt.asIntN(64, rowDigest(recordId as RecordId, n)).toString();
  const { rows } = await pool.query(`select scope, place, kind, rows, xor::text from digest where region = 'regio' order by scope, kind`);
  const counted = [['candidate', 'candidate-a', 1], ['measurement', 'measurement-a', 3], ['measurement:result', 'measurement-a', 3], ['visit', 'visit-a', 2]] as const;
  expect(rows).toEqual([['municipality', 'GM0268'], ['region', ''], ['user', 'jobcoach-een']].flatMap(([scope, place]) =>
    counted.map(([kind, recordId, n]) => ({ scope, place, kind, rows: 1, xor: xor(recordId, n) }))));
  await pool.end();
});
