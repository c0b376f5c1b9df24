import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { importRecords, importRegion, importUsers } from '#server/storage/import-records.ts';
import { createPostgresServerStore } from '#server/storage/postgres-server-store.ts';
import { answerPull } from '#server/sync/answer-pull.ts';
import type { Changes } from '#server/sync/server-store.ts';
import { employerGroups, nextId, person } from '../contract/server-builders.ts';
import { createDatabase } from '../support/postgres.ts';

const manager = person('regio', 'manager-een', 'manager');
const nothing: Changes = { records: [], dossiers: [], redeliver: [], operations: [], conflicts: [], revised: [], former: [], deliveries: [], forgets: [], audit: [] };
const dossierId = 'werkgever-een' as DossierId;

let pool: pg.Pool;
beforeAll(async () => {
  pool = createPool(await createDatabase());
  await migrate(pool);
  await withTransaction(pool, 'system', 'write', async (client) => {
    await importRegion(client, { id: 'regio', name: 'Regio' });
    await importUsers(client, 'regio', [{ ...manager, demo: true }]);
    await importRecords(client, 'regio', [{ dossierId, recordId: 'werkgever-een' as RecordId, kind: 'employer', createdBy: manager.userId, changedAtMs: 1, groups: employerGroups() }]);
  });
});
afterAll(() => pool.end());

const placeRow = (n: number) => ({
  ...nothing,
  records: [{ n, record: { dossierId, recordId: nextId<RecordId>('werkplek'), kind: 'workPlace' as const, createdBy: manager.userId, n, groups: { facts: { version: { epoch: 1, n }, changedBy: manager.userId, changedAtMs: 1, data: { n } } } } }],
});

/** A gate that the test opens by hand. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

async function cursorAndKinds(after: number): Promise<{ readonly cursor: number; readonly rows: number }> {
  const text = await createPostgresServerStore(pool).read(manager, (snapshot) => answerPull(snapshot, { epoch: 1, after, deviceId: null }, 1));
  const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly cursor: number; readonly records?: readonly unknown[] });
  return { cursor: lines.at(-1)?.cursor ?? -1, rows: lines.flatMap((line) => line.records ?? []).length };
}

test('[APPLY7] [PULL6] while a writer has not committed, no other gets a version, and no cursor passes it', async () => {
  const store = createPostgresServerStore(pool);
  const before = (await cursorAndKinds(0)).cursor;
  const slowHasLock = gate();
  const slowMayEnd = gate();
  const slow = store.write(manager, async (transaction) => {
    await transaction.lockRegion();
    const n = transaction.nextN();
    await transaction.store(placeRow(n));
    slowHasLock.open();
    await slowMayEnd.opened;
    return n;
  });
  await slowHasLock.opened;
  let fastDone = false;
  const fast = store.write(manager, async (transaction) => {
    await transaction.lockRegion();
    const n = transaction.nextN();
    await transaction.store(placeRow(n));
    return n;
  }).finally(() => (fastDone = true));

  // The second writer really waits in the database, for the first.
  let waiting = false;
  while (!waiting) {
    const { rowCount } = await pool.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    waiting = (rowCount ?? 0) > 0;
  }
  expect(await cursorAndKinds(before)).toEqual({ cursor: before, rows: 0 });
  expect(fastDone).toBe(false);

  slowMayEnd.open();
  expect(await fast).toBe((await slow) + 1);
  expect(await cursorAndKinds(before)).toEqual({ cursor: before + 2, rows: 2 });
});

test('[APPLY7] a writer that fails gives its versions back: nothing of it shows, and the next gets them', async () => {
  const store = createPostgresServerStore(pool);
  const before = await cursorAndKinds(0);
  await expect(store.write(manager, async (transaction) => {
    await transaction.lockRegion();
    await transaction.store(placeRow(transaction.nextN()));
    throw new Error('power cut');
  })).rejects.toThrow('power cut');
  expect(await cursorAndKinds(0)).toEqual(before);
});
