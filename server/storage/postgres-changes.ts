import { appendAudit } from '../audit/append-audit.ts';
import type { Run } from '../db/run-on.ts';
import type { Changes } from '../sync/server-store.ts';

/** Writes what a step did, a statement per table: a batch of a hundred operations is a handful of statements. */
export async function storeChanges(run: Run, region: string, changes: Changes, nextN: () => number): Promise<void> {
  if (changes.dossiers.length > 0) await storeDossiers(run, region, changes.dossiers);
  if (changes.records.length > 0) {
    await run(
      `insert into record (region, record_id, dossier_id, dossier_type, kind, municipality, created_by, n, groups)
       select $1, r."recordId", r."dossierId", d.type, r.kind, d.municipality, r."createdBy", r.n, r.groups
       from jsonb_to_recordset($2::jsonb) as r ("recordId" text, "dossierId" text, kind text, "createdBy" text, n bigint, groups jsonb)
       join dossier d on d.region = $1 and d.dossier_id = r."dossierId"
       on conflict (region, record_id) do update set n = excluded.n, municipality = excluded.municipality, groups = excluded.groups`,
      [region, JSON.stringify(changes.records.map(({ record, n }) => ({ ...record, n })))],
    );
  }
  for (const dossierId of changes.redeliver) await redeliver(run, region, dossierId, nextN);
  if (changes.operations.length > 0) await storeOperations(run, region, changes.operations);
  if (changes.conflicts.length > 0) {
    await run(
      `insert into conflict (region, op_id, dossier_id, record_id, groups, written, opened_at_ms)
       select $1, c.op_id, c.dossier_id, c.record_id, c.groups, c.written, c.at_ms
       from jsonb_to_recordset($2::jsonb) as c (op_id uuid, dossier_id text, record_id text, groups text[], written text[], at_ms bigint)`,
      [region, JSON.stringify(changes.conflicts.map(({ operation, groups, receivedAtMs }) => ({ op_id: operation.opId, dossier_id: operation.record.dossierId, record_id: operation.record.recordId, groups, written: Object.keys(operation.payload), at_ms: receivedAtMs })))],
    );
  }
  // After both: an operation may be revised in the very batch that it came in.
  if (changes.revised.length > 0) {
    await run(
      `with revised as (select * from jsonb_to_recordset($2::jsonb) as r ("opId" uuid, outcome json, "atMs" bigint)),
       said as (update operation o set outcome = r.outcome->>'outcome', detail = r.outcome from revised r where o.region = $1 and o.op_id = r."opId")
       update conflict c set resolved_at_ms = r."atMs", resolved_by = (r.outcome->>'by')::uuid from revised r
       where c.region = $1 and c.op_id = r."opId" and r.outcome->>'outcome' = 'resolved'`,
      [region, JSON.stringify(changes.revised)],
    );
  }
  if (changes.former.length > 0) {
    await run(
      `insert into record_history (region, record_id, group_name, n, value)
       select $1, f."recordId", f."group", (f.value->'version'->>'n')::bigint, f.value
       from jsonb_to_recordset($2::jsonb) as f ("recordId" text, "group" text, value jsonb) on conflict do nothing`,
      [region, JSON.stringify(changes.former)],
    );
  }
  if (changes.deliveries.length > 0) {
    const column = <Value>(pick: (delivery: Changes['deliveries'][number]) => Value): readonly Value[] => changes.deliveries.map(pick);
    await run(
      `insert into delivery (region, user_id, device_id, op_id, n, outcome)
       select $1, user_id, device_id, op_id, n, outcome::json
       from unnest($2::text[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[]) as d (user_id, device_id, op_id, n, outcome)
       on conflict (region, op_id, user_id, device_id) do update set n = excluded.n, outcome = excluded.outcome`,
      [region, column((d) => d.userId), column((d) => d.deviceId), column((d) => d.opId), column((d) => d.n), column((d) => JSON.stringify(d.outcome))],
    );
  }
  if (changes.forgets.length > 0) {
    await run(
      `insert into forget (region, user_id, dossier_id, n)
       select $1, f."userId", f."dossierId", f.n from jsonb_to_recordset($2::jsonb) as f ("userId" text, "dossierId" text, n bigint)
       on conflict (region, user_id, dossier_id) do update set n = excluded.n`,
      [region, JSON.stringify(changes.forgets)],
    );
  }
  await appendAudit(run, region, changes.audit);
}

async function storeDossiers(run: Run, region: string, dossiers: Changes['dossiers']): Promise<void> {
  const rows = JSON.stringify(dossiers.map(({ dossierId, type, mainRecordId, place }) => ({ id: dossierId, type, main: mainRecordId, municipality: place.municipality, team: place.team })));
  await run(
    `insert into dossier (region, dossier_id, type, main_record_id, municipality)
     select $1, d.id, d.type, d.main, d.municipality from jsonb_to_recordset($2::jsonb) as d (id text, type text, main text, municipality text)
     on conflict (region, dossier_id) do update set municipality = excluded.municipality`,
    [region, rows],
  );
  await run('delete from caseload where region = $1 and dossier_id = any($2)', [region, dossiers.map((dossier) => dossier.dossierId)]);
  await run(
    `insert into caseload (region, user_id, dossier_id)
     select $1, member, d.id from jsonb_to_recordset($2::jsonb) as d (id text, team text[]) cross join lateral unnest(d.team) as member`,
    [region, rows],
  );
}

/** All rows of the dossier move to the end of the order, each to an n of its own; their versions stay what they were. */
async function redeliver(run: Run, region: string, dossierId: string, nextN: () => number): Promise<void> {
  const rows = await run('select record_id from record where region = $1 and dossier_id = $2 order by n', [region, dossierId]);
  const recordIds = rows.map((row) => row['record_id']);
  await run(
    `update record r set n = moved.n, municipality = d.municipality
     from unnest($3::text[], $4::bigint[]) as moved (record_id, n), dossier d
     where r.region = $1 and r.record_id = moved.record_id and d.region = $1 and d.dossier_id = $2`,
    [region, dossierId, recordIds, recordIds.map(() => nextN())],
  );
}

/** As arrays of text, not as jsonb: the evidence stays letter for letter what was signed, U+0000 included. */
async function storeOperations(run: Run, region: string, operations: Changes['operations']): Promise<void> {
  const column = <Value>(pick: (decided: Changes['operations'][number]) => Value): readonly Value[] => operations.map(pick);
  await run(
    `insert into operation (region, op_id, payload_hash, user_id, device_id, dossier_id, record_id, kind, received_at_ms, outcome, detail, evidence)
     select $1, op_id, payload_hash, user_id, device_id, dossier_id, record_id, kind, received_at_ms, outcome, detail::json, evidence::json
     from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::text[], $11::text[], $12::text[])
       as o (op_id, payload_hash, user_id, device_id, dossier_id, record_id, kind, received_at_ms, outcome, detail, evidence)`,
    [
      region,
      column((o) => o.operation.opId), column((o) => o.operation.payloadHash), column((o) => o.operation.userId), column((o) => o.operation.deviceId),
      column((o) => o.operation.record.dossierId), column((o) => o.operation.record.recordId), column((o) => o.operation.record.kind),
      column((o) => o.receivedAtMs), column((o) => o.outcome.outcome), column((o) => JSON.stringify(o.outcome)), column((o) => o.evidence),
    ],
  );
  await run(
    `update device set last_contact_at_ms = $3 where region = $1 and device_id = any($2::uuid[]) and last_contact_at_ms < $3`,
    [region, [...new Set(operations.map((o) => o.operation.deviceId))], Math.max(...operations.map((o) => o.receivedAtMs))],
  );
}
