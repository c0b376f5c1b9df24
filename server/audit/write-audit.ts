import type pg from 'pg';
import type { Principal } from '#shared/domain/roles.ts';

/** What happened outside of the sync: sign-in, devices, contents of attachments. Appended in the transaction of the thing itself. */
export async function writeAudit(
  client: pg.ClientBase,
  entry: { readonly principal: Principal; readonly action: string; readonly result: string; readonly atMs: number; readonly requestId: string; readonly deviceId?: string; readonly dossierId?: string; readonly recordId?: string },
): Promise<void> {
  await client.query('insert into audit_event (region, at_ms, user_id, device_id, request_id, action, result, dossier_id, record_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    entry.principal.region, entry.atMs, entry.principal.userId, entry.deviceId ?? null, entry.requestId, entry.action, entry.result, entry.dossierId ?? null, entry.recordId ?? null,
  ]);
}
