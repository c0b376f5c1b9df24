import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import { migrate, readMigrations } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { importRecords, importRegion, importUsers } from '#server/storage/import-records.ts';
import { createDatabase } from '../support/postgres.ts';
import { candidateGroups, nextUuid, person, visitGroups } from '../contract/server-builders.ts';

/** The third migration adds a table; a region that was in use before it loses nothing and can take photos at once. */
let pool: pg.Pool;
beforeAll(async () => {
  pool = createPool(await createDatabase());
});
afterAll(() => pool.end());

test('a database from before attachments keeps its rows, operations and order', async () => {
  const migrations = await readMigrations();
  expect(await migrate(pool, migrations.slice(0, 2))).toBe(2);
  const coach = person('regio', 'jobcoach-een', 'jobcoach');
  const dossierId = 'dossier-1' as DossierId;
  await withTransaction(pool, 'system', 'write', async (client) => {
    await importRegion(client, { id: 'regio', name: 'Regio' });
    await importUsers(client, 'regio', [{ ...coach, demo: true }]);
    await importRecords(client, 'regio', [
      { dossierId, recordId: 'candidate-1' as RecordId, kind: 'candidate', createdBy: coach.userId, changedAtMs: 1, groups: candidateGroups() },
      { dossierId, recordId: 'visit-1' as RecordId, kind: 'visit', createdBy: coach.userId, changedAtMs: 1, groups: visitGroups() },
    ]);
  });
  const opId = nextUuid();
  const outcome: Partial<Outcome> = { outcome: 'applied' };
  await pool.query(
    `insert into operation (region, op_id, payload_hash, user_id, device_id, dossier_id, record_id, kind, received_at_ms, outcome, detail, evidence)
     values ('regio', $1, 'hash', $2, $3, $4, 'visit-1', 'visit', 1, 'applied', $5, '{}')`,
    [opId, coach.userId, nextUuid(), dossierId, JSON.stringify(outcome)],
  );
  const everything = async () => Promise.all(['region', 'record', 'operation', 'dossier', 'caseload'].map(async (table) => (await pool.query(`select * from ${table} order by 1, 2`)).rows as unknown));
  const before = await everything();

  await migrate(pool);
  expect(await everything()).toEqual(before);
  await pool.query(
    `insert into attachment (region, attachment_id, dossier_id, user_id, media_type, size_bytes, sha256, state, expires_at_ms)
     values ('regio', $1, $2, $3, 'image/jpeg', 5, $4, 'incomplete', 1)`,
    [nextUuid(), dossierId, coach.userId, 'a'.repeat(64)],
  );
  expect(await migrate(pool)).toBe(0);
});
