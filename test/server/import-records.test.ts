import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { importRecords, importRegion, importUsers, type SeedRecord } from '#server/storage/import-records.ts';
import { createDatabase } from '../support/postgres.ts';

let pool: pg.Pool;

beforeAll(async () => {
  pool = createPool(await createDatabase());
  await migrate(pool);
}, 60_000);
afterAll(() => pool.end());

const dossierCount = 1_000;

function bigRegion(): readonly SeedRecord[] {
  const records: SeedRecord[] = [];
  for (let i = 0; i < dossierCount; i += 1) {
    const dossierId = `dossier-${i}` as SeedRecord['dossierId'];
    const createdBy = 'consultant-een' as SeedRecord['createdBy'];
    records.push({
      dossierId, recordId: `candidate-${i}` as SeedRecord['recordId'], kind: 'candidate', createdBy, changedAtMs: 1,
      groups: { registration: { municipality: 'GM0268' }, team: { jobcoach: 'jobcoach-een', consultant: null, expert: 'expert-een' } },
    });
    for (let v = 0; v < 19; v += 1) {
      records.push({ dossierId, recordId: `visit-${i}-${v}` as SeedRecord['recordId'], kind: 'visit', createdBy, changedAtMs: 1, groups: { facts: { text: 'x'.repeat(800) } } });
    }
  }
  return records;
}

test('a large region is imported: every record gets its own n, a dossier lies together, the caseload is filled', async () => {
  await withTransaction(pool, 'system', 'write', async (client) => {
    await importRegion(client, { id: 'rijk-van-nijmegen', name: 'Rijk van Nijmegen' });
    await importUsers(client, 'rijk-van-nijmegen', []);
    await importRecords(client, 'rijk-van-nijmegen', bigRegion());
  });
  const { rows } = await pool.query<{ records: number; n: number; widest: number; caseload: number }>(`
    select (select count(*) from record) as records, (select n from region) as n,
      (select max(spread) from (select max(n) - min(n) as spread from record group by dossier_id) as s) as widest,
      (select count(*) from caseload) as caseload`);
  expect(rows[0]).toEqual({ records: 20_000, n: 20_000, widest: 19, caseload: 2_000 });
});
