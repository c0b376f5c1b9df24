import type pg from 'pg';
import type { DeviceId, UserId } from '#shared/domain/ids.ts';
import { gapsIn, type AuditGap, type ChainedLine, type ChainHead } from './audit-chain.ts';

export interface AuditReport {
  readonly region: string;
  /** Lines in chains [count]; what was written before there were chains is not among them. */
  readonly lines: number;
  readonly gaps: readonly AuditGap[];
}

/** Computes every chain of the audit anew. Within one transaction, so that a line and the end of its chain are of one moment. */
export async function checkAudit(client: pg.ClientBase): Promise<readonly AuditReport[]> {
  const { rows: regions } = await client.query<{ id: string }>('select id from region order by id');
  const reports: AuditReport[] = [];
  for (const { id } of regions) {
    const { rows: heads } = await client.query<{ chain: string; place: number; hash: string }>('select chain, place, hash from audit_chain where region = $1', [id]);
    const { rows } = await client.query<AuditRow>('select * from audit_event where region = $1 and chain is not null order by chain, place', [id]);
    const gaps = gapsIn(id, rows.map(lineOf), new Map(heads.map(({ chain, place, hash }): [string, ChainHead] => [chain, { place: Number(place), hash }])));
    reports.push({ region: id, lines: rows.length, gaps });
  }
  return reports;
}

interface AuditRow {
  readonly at_ms: number;
  readonly user_id: UserId | null;
  readonly device_id: DeviceId | null;
  readonly request_id: string | null;
  readonly action: string;
  readonly dossier_id: string | null;
  readonly record_id: string | null;
  readonly result: string;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly chain: string;
  readonly place: number;
  readonly hash: string;
}

const lineOf = (row: AuditRow): ChainedLine => ({
  action: row.action, result: row.result, atMs: Number(row.at_ms), userId: row.user_id, deviceId: row.device_id, dossierId: row.dossier_id, recordId: row.record_id,
  requestId: row.request_id, detail: row.detail, chain: row.chain, place: Number(row.place), hash: row.hash,
});
