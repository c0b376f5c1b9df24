import type pg from 'pg';
import { appendAudit } from '../audit/append-audit.ts';
import { runOn } from './run-on.ts';

export interface RegionPosition {
  readonly region: string;
  readonly epoch: number;
  /** The last n that was handed out. */
  readonly n: number;
  readonly backedUpThrough: number;
}

/** Where the regions are now. To be noted before a backup begins: a backup holds at least what was there at its start. */
export async function readPositions(client: pg.ClientBase): Promise<readonly RegionPosition[]> {
  const { rows } = await client.query<{ id: string; epoch: number; n: number; backed_up_through: number }>('select id, epoch, n, backed_up_through from region order by id');
  return rows.map((row) => ({ region: row.id, epoch: row.epoch, n: Number(row.n), backedUpThrough: Number(row.backed_up_through) }));
}

/**
 * After a restore, before the server is started: an n that was handed out before and is lost now is never mistaken for
 * the one that gets it next, every device fetches from the start, and offers again what its journal still holds [PULL7, JRN10].
 */
export async function beginNewEpoch(client: pg.ClientBase, nowMs: number): Promise<readonly RegionPosition[]> {
  await client.query('update region set epoch = epoch + 1');
  // A session that ended after the backup would live again.
  await client.query('delete from session');
  const positions = await readPositions(client);
  for (const { region, epoch, n } of positions) {
    await appendAudit(runOn(client), region, [{ action: 'restore', result: 'new-epoch', atMs: nowMs, userId: null, deviceId: null, dossierId: null, recordId: null, requestId: null, detail: { epoch, n } }]);
  }
  return positions;
}

/**
 * Everything up to this n lies in a backup that was completed: devices may trim their journals past it [JRN6].
 * It never moves back, and never past what there is.
 * @param n of a region, or 'now' where every commit is archived at once
 */
export async function noteBackup(client: pg.ClientBase, n: number | 'now'): Promise<readonly RegionPosition[]> {
  await client.query('update region set backed_up_through = greatest(backed_up_through, least(n, coalesce($1::bigint, n)))', [n === 'now' ? null : n]);
  return readPositions(client);
}
