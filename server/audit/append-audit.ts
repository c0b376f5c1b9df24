import type { Run } from '../db/run-on.ts';
import { chainLines, chainOf, type AuditLine, type ChainHead } from './audit-chain.ts';

/**
 * Adds lines to the audit, each at the end of its chain. The chains stay locked until the transaction ends; they are taken in one
 * order, so that two writers never wait for each other.
 */
export async function appendAudit(run: Run, region: string, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return;
  const chains = [...new Set(lines.map(chainOf))].toSorted();
  // An update that changes nothing: it locks the row, and says what it holds, in the statement that makes it where it is new.
  const rows = await run(
    `insert into audit_chain as c (region, chain) select $1, chain from unnest($2::text[]) as wanted (chain)
     on conflict (region, chain) do update set place = c.place returning chain, place, hash`,
    [region, chains],
  );
  const heads = new Map(rows.map(({ chain, place, hash }): [string, ChainHead] => [String(chain), { place: Number(place), hash: String(hash) }]));
  const linked = chainLines(region, lines, heads);
  await run(
    `with added as (
       insert into audit_event (region, at_ms, user_id, device_id, request_id, action, dossier_id, record_id, result, detail, chain, place, hash)
       select $1, a."atMs", a."userId", a."deviceId", a."requestId", a.action, a."dossierId", a."recordId", a.result, a.detail, a.chain, a.place, a.hash
       from jsonb_to_recordset($2::jsonb) as a ("atMs" bigint, "userId" text, "deviceId" uuid, "requestId" text, action text, "dossierId" text,
         "recordId" text, result text, detail jsonb, chain text, place bigint, hash text))
     update audit_chain c set place = h.place, hash = h.hash
     from jsonb_to_recordset($3::jsonb) as h (chain text, place bigint, hash text) where c.region = $1 and c.chain = h.chain`,
    [region, JSON.stringify(linked), JSON.stringify([...heads].map(([chain, head]) => ({ chain, ...head })))],
  );
}
