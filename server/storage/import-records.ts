import type pg from 'pg';
import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import { definitionOf, type Kind } from '#shared/domain/kinds.ts';
import type { DossierPlace } from '#shared/domain/rights.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { isMainKind, placeOf } from '#shared/sync/dossier-place.ts';

export interface SeedUser {
  readonly userId: UserId;
  readonly displayName: string;
  readonly role: Role;
  readonly municipalities: readonly MunicipalityCode[];
  /** Can be chosen at the demo's sign-in. */
  readonly demo: boolean;
}

export interface SeedRecord {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly createdBy: UserId;
  readonly changedAtMs: number;
  /** Per group its data, as it would stand in an operation's payload. */
  readonly groups: Readonly<Record<string, JsonValue>>;
}

export async function importRegion(client: pg.ClientBase, region: { readonly id: string; readonly name: string }): Promise<void> {
  await client.query('insert into region (id, name) values ($1, $2) on conflict (id) do update set name = excluded.name', [region.id, region.name]);
}

/** Users that exist already get the new name, role and municipalities. */
export async function importUsers(client: pg.ClientBase, region: string, users: readonly SeedUser[]): Promise<void> {
  await client.query(
    `insert into app_user (region, user_id, display_name, role, municipalities, demo)
     select $1, u."userId", u."displayName", u.role, u.municipalities, u.demo
     from jsonb_to_recordset($2::jsonb) as u ("userId" text, "displayName" text, role text, municipalities text[], demo boolean)
     on conflict (region, user_id) do update
       set display_name = excluded.display_name, role = excluded.role, municipalities = excluded.municipalities, demo = excluded.demo`,
    [region, JSON.stringify(users)],
  );
}

/** One `jsonb_to_recordset` per batch was the fastest way measured; larger batches gain nothing. */
const batchSize = 1_000;

/**
 * Adds records that exist nowhere yet, for the demo region, the bench and tests; it judges nothing and asks no rights.
 * Records of one dossier get consecutive n. All records of a dossier come in one call, or its candidate (employer) is
 * there already. Call it inside a transaction (`withTransaction(pool, 'system', 'write', ...)`): it locks the region.
 * @throws Error for an unknown region or a record whose dossier does not exist
 */
export async function importRecords(client: pg.ClientBase, region: string, records: readonly SeedRecord[]): Promise<void> {
  const counter = await client.query<{ epoch: number; n: number | string }>('select epoch, n from region where id = $1 for update', [region]);
  const locked = counter.rows[0];
  if (locked === undefined) throw new Error(`importRecords: there is no region ${region}`);

  const byDossier = new Map<DossierId, SeedRecord[]>();
  for (const record of records) {
    const together = byDossier.get(record.dossierId);
    if (together === undefined) byDossier.set(record.dossierId, [record]);
    else together.push(record);
  }
  await importDossiers(client, region, byDossier);

  let n = Number(locked.n);
  const ordered = [...byDossier.values()].flat();
  for (let start = 0; start < ordered.length; start += batchSize) {
    const rows = ordered.slice(start, start + batchSize).map((record) => {
      n += 1;
      const stamp = { version: { epoch: locked.epoch, n }, changedBy: record.createdBy, changedAtMs: record.changedAtMs };
      const groups = Object.fromEntries(Object.entries(record.groups).map(([name, data]) => [name, { ...stamp, data }]));
      return { record_id: record.recordId, dossier_id: record.dossierId, kind: record.kind, created_by: record.createdBy, n, groups };
    });
    const inserted = await client.query(
      `insert into record (region, record_id, dossier_id, dossier_type, kind, municipality, created_by, n, groups)
       select $1, r.record_id, r.dossier_id, d.type, r.kind, d.municipality, r.created_by, r.n, r.groups
       from jsonb_to_recordset($2::jsonb) as r (record_id text, dossier_id text, kind text, created_by text, n bigint, groups jsonb)
       join dossier d on d.region = $1 and d.dossier_id = r.dossier_id`,
      [region, JSON.stringify(rows)],
    );
    if (inserted.rowCount !== rows.length) throw new Error('importRecords: a record names a dossier that does not exist');
  }
  await client.query('update region set n = $2 where id = $1', [region, n]);
}

async function importDossiers(client: pg.ClientBase, region: string, byDossier: ReadonlyMap<DossierId, readonly SeedRecord[]>): Promise<void> {
  const dossiers: { dossier_id: DossierId; type: string; main_record_id: RecordId | null; place: DossierPlace }[] = [];
  for (const [dossierId, records] of byDossier) {
    const main = records.find((record) => isMainKind(record.kind));
    const type = main === undefined ? records[0] && definitionOf(records[0].kind).dossier : definitionOf(main.kind).dossier;
    if (main === undefined && type !== 'region') continue;
    dossiers.push({ dossier_id: dossierId, type: type ?? 'region', main_record_id: main?.recordId ?? null, place: main === undefined ? { municipality: null, team: [] } : placeOf(main.kind, main.groups) });
  }
  for (let start = 0; start < dossiers.length; start += batchSize) {
    const rows = dossiers.slice(start, start + batchSize);
    await client.query(
      `insert into dossier (region, dossier_id, type, main_record_id, municipality)
       select $1, d.dossier_id, d.type, d.main_record_id, d.place->>'municipality'
       from jsonb_to_recordset($2::jsonb) as d (dossier_id text, type text, main_record_id text, place jsonb)
       on conflict (region, dossier_id) do nothing`,
      [region, JSON.stringify(rows)],
    );
    await client.query(
      `insert into caseload (region, user_id, dossier_id)
       select distinct $1, member, d.dossier_id
       from jsonb_to_recordset($2::jsonb) as d (dossier_id text, place jsonb)
       cross join lateral jsonb_array_elements_text(d.place->'team') as member
       on conflict do nothing`,
      [region, JSON.stringify(rows)],
    );
  }
}
