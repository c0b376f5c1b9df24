import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type pg from 'pg';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { beginNewEpoch, noteBackup, readPositions } from '#server/db/restore-epoch.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { createPostgresServerStore } from '#server/storage/postgres-server-store.ts';
import { candidateGroups, nextId, visitGroups } from '../contract/server-builders.ts';
import { Cast } from '../contract/server-cast.ts';
import type { Client } from '../contract/server-harness.ts';
import { postgresShelf } from '../contract/postgres-shelf.ts';
import { createDatabase } from '../support/postgres.ts';

let databaseUrl: string;
let pool: pg.Pool;
beforeEach(async () => {
  databaseUrl = await createDatabase();
  pool = createPool(databaseUrl);
  await migrate(pool);
});
afterEach(() => pool.end());

const inTransaction = <Value>(work: (client: pg.PoolClient) => Promise<Value>): Promise<Value> => withTransaction(pool, 'system', 'write', work);

/** A copy of the database as it is now. Nobody may be connected while it is made. */
async function backUp(): Promise<string> {
  await pool.end();
  const copy = await createDatabase(new URL(databaseUrl).pathname.slice(1));
  pool = createPool(databaseUrl);
  return copy;
}

async function restore(copy: string): Promise<void> {
  await pool.end();
  pool = createPool(copy);
}

/** Everything that a person sees, by record, without its place in the order. */
const seenBy = async (client: Client) => Object.fromEntries((await client.everything()).records.map((record) => [record.recordId, dataOf(record)]));
const dataOf = ({ groups }: StoredRecord) => Object.fromEntries(Object.entries(groups).map(([group, { data }]) => [group, data]));

describe('a server that was restored from yesterday', () => {
  /** Each client's operations in the order of keeping: what the second journal of its device holds. */
  const journals = new Map<Client, SignedOperation[]>();
  const keep = async (client: Client, ...operations: readonly SignedOperation[]): Promise<void> => {
    journals.set(client, [...(journals.get(client) ?? []), ...operations]);
    await client.settle(operations);
  };

  test('[PULL7] [JRN10] gets everything back once, and every device ends with the same again', async () => {
    journals.clear();
    const region = 'regio';
    let cast = await Cast.onto(await postgresShelf(pool, region));
    const { coach, consultant } = cast;
    const made = (jobcoach: string) => consultant.device.operation({ kind: 'candidate', dossierId: nextId('dossier'), recordId: nextId('candidate'), payload: candidateGroups({ jobcoach }) });
    const [first, second] = [made('jobcoach-een'), made('jobcoach-een')];
    await keep(consultant, first, second);
    const early = [1, 2, 3].map(() => cast.visit(coach, first.record.dossierId));
    await keep(coach, ...early);

    const copy = await backUp();
    cast = castOn(cast);
    // Lost by the restore: new records, a change of an old one, a move to another caseload.
    const late = [1, 2, 3, 4].map(() => cast.visit(coach, second.record.dossierId));
    await keep(cast.coach, ...late);
    const third = made('jobcoach-twee');
    await keep(cast.consultant, third);
    const status = cast.change(cast.otherConsultant, await cast.see(cast.otherConsultant, first.record.recordId), { status: { ...(candidateGroups()['status'] as object), selfReliance: 1 } });
    await keep(cast.otherConsultant, status);
    const team = cast.change(cast.consultant, await cast.see(cast.consultant, second.record.recordId), { team: { jobcoach: 'jobcoach-twee', consultant: 'consulent-een', expert: null } });
    await keep(cast.consultant, team);
    const before = new Map(await Promise.all(cast.everyone.map(async (client) => [client.user.userId, await seenBy(client)] as const)));

    await restore(copy);
    expect(await inTransaction((client) => beginNewEpoch(client, 1))).toMatchObject([{ region, epoch: 2 }]);
    cast = castOn(cast);
    for (const client of cast.everyone) {
      const page = await client.pull();
      expect(page.epoch).toBe(2);
      // Whoever was there before hears that there is more to offer.
      const again = await client.settle(journalOf(client));
      expect(again.map((outcome) => outcome.outcome)).toEqual(journalOf(client).map(() => 'applied'));
    }
    for (const client of cast.everyone) expect(await seenBy(client)).toEqual(before.get(client.user.userId));
    const { rows } = await pool.query("select count(*) as operations, count(distinct op_id) as ids, (select count(*) from record where kind <> 'former') as records from operation");
    expect(rows).toEqual([{ operations: 12, ids: 12, records: 10 }]);
  });

  test('[CON1] a change of what was lost as well waits for a person: its base is not there any more', async () => {
    journals.clear();
    let cast = await Cast.onto(await postgresShelf(pool, 'regio'));
    const { dossierId } = await cast.candidate();
    const copy = await backUp();
    cast = castOn(cast);
    const visit = cast.visit(cast.coach, dossierId);
    await keep(cast.coach, visit);
    const seen = await cast.see(cast.coach, visit.record.recordId);
    const change = cast.change(cast.coach, seen, { note: visitGroups({ observations: 'Herzien.' })['note'] ?? null });
    await keep(cast.coach, change);
    await restore(copy);
    await inTransaction((client) => beginNewEpoch(client, 1));
    cast = castOn(cast);
    expect(await cast.coach.settle([visit, change])).toMatchObject([{ outcome: 'applied' }, { outcome: 'conflict', groups: ['note'], current: { note: { version: { epoch: 2 } } } }]);
  });

  const journalOf = ({ user }: Client) => [...journals].flatMap(([client, operations]) => (client.user.userId === user.userId ? operations : []));

  /** The same people and devices, with the cursors they had, on the database that is there now. */
  function castOn(cast: Cast): Cast {
    return cast.on({ ...cast.shelf, store: createPostgresServerStore(pool) });
  }
});

test('[JRN6] a backup is noted in the epoch and up to the position that there is, and never taken back', async () => {
  const shelf = await postgresShelf(pool, 'regio');
  const cast = await Cast.onto(shelf);
  for (let i = 0; i < 5; i += 1) await cast.candidate();
  const through = async () => (await cast.consultant.page(0, null)).tail.backedUpThrough;
  expect(await through()).toBe(0);
  expect(await inTransaction((client) => noteBackup(client, 3))).toEqual([{ region: 'regio', epoch: 1, n: 5, backedUpThrough: 3 }]);
  expect(await through()).toBe(3);
  await inTransaction((client) => noteBackup(client, 2));
  expect(await through()).toBe(3);
  await inTransaction((client) => noteBackup(client, 1_000));
  expect(await through()).toBe(5);
  await cast.candidate();
  await inTransaction((client) => noteBackup(client, 'now'));
  expect(await through()).toBe(6);
  expect(await inTransaction(readPositions)).toEqual([{ region: 'regio', epoch: 1, n: 6, backedUpThrough: 6 }]);
});

test('[PULL7] a restore ends every session, and stands in the audit', async () => {
  await postgresShelf(pool, 'regio');
  await pool.query(`insert into app_user (region, user_id, display_name, role) values ('regio', 'iemand', 'Iemand', 'jobcoach')`);
  await pool.query(`insert into session (id_hash, region, user_id, created_at_ms, expires_at_ms) values ('\\x00', 'regio', 'iemand', 1, 2)`);
  await inTransaction((client) => beginNewEpoch(client, 7));
  expect((await pool.query('select 1 from session')).rowCount).toBe(0);
  expect((await pool.query('select at_ms, action, detail from audit_event')).rows).toEqual([{ at_ms: 7, action: 'restore', detail: { epoch: 2, n: 0 } }]);
});
