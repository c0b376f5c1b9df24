import type pg from 'pg';
import { regionDossierId } from '#shared/domain/ids.ts';
import { colleaguesId, type Colleague } from '#shared/domain/records/colleagues.ts';
import { canonicalJson, type JsonValue } from '#shared/lib/canonical-json.ts';

/** The server's own hand, where it writes a record by itself. */
const byServer = 'veldwerk-server';

interface Stored {
  readonly epoch: number;
  readonly n: string | number;
  readonly document: { readonly version: number; readonly content: JsonValue } | null;
}

/**
 * Lays the names and roles of a region's users in the region's own dossier, so that every device can say who did what,
 * also offline. Nothing moves when nobody changed. Call it after users changed, in a transaction of the system; it locks
 * the region.
 * @returns whether there was something new
 */
export async function publishColleagues(client: pg.ClientBase, region: string, nowMs: number): Promise<boolean> {
  // Mostly nothing changed: a start of the server must not wait for a writer that holds the region.
  if ((await whatChanged(client, region)) === null) return false;
  await client.query('select 1 from region where id = $1 for update', [region]);
  const changed = await whatChanged(client, region);
  if (changed === null) return false;
  const { stored, content } = changed;
  const n = Number(stored.n) + 1;
  const document = { id: colleaguesId, version: (stored.document?.version ?? 0) + 1, content };
  const groups = { document: { version: { epoch: stored.epoch, n }, changedBy: byServer, changedAtMs: nowMs, data: document } };
  await client.query(`insert into dossier (region, dossier_id, type) values ($1, $2, 'region') on conflict do nothing`, [region, regionDossierId]);
  await client.query(
    `insert into record (region, record_id, dossier_id, dossier_type, kind, created_by, n, groups)
     values ($1, $2, $3, 'region', 'regionDocument', $4, $5, $6::jsonb)
     on conflict (region, record_id) do update set n = excluded.n, groups = excluded.groups`,
    [region, colleaguesId, regionDossierId, byServer, n, JSON.stringify(groups)],
  );
  await client.query('update region set n = $2 where id = $1', [region, n]);
  return true;
}

/** @returns what is stored and what should be; null when they are the same */
async function whatChanged(client: pg.ClientBase, region: string): Promise<{ readonly stored: Stored; readonly content: { readonly people: readonly Colleague[] } } | null> {
  const { rows: people } = await client.query<Colleague>('select user_id as "userId", display_name as "displayName", role from app_user where region = $1 order by user_id', [region]);
  const { rows: [stored] } = await client.query<Stored>(
    `select g.epoch, g.n, r.groups->'document'->'data' as document from region g left join record r on r.region = g.id and r.record_id = $2 where g.id = $1`,
    [region, colleaguesId],
  );
  if (stored === undefined || people.length === 0) return null;
  const content = { people: people.map(({ userId, displayName, role }) => ({ userId, displayName, role })) };
  return stored.document !== null && canonicalJson(stored.document.content) === canonicalJson(content as unknown as JsonValue) ? null : { stored, content };
}

/** Every region's, when the server starts: users may have been changed while it was away. */
export async function publishAllColleagues(client: pg.ClientBase, nowMs: number): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from region order by id');
  for (const { id } of rows) await publishColleagues(client, id, nowMs);
}
