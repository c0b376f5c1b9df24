import type pg from 'pg';
import type { DeviceId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { runOn } from '../db/run-on.ts';
import { appendAudit } from './append-audit.ts';

/** What happened outside of the sync: sign-in, devices, contents of attachments. Appended in the transaction of the thing itself. */
export async function writeAudit(
  client: pg.ClientBase,
  entry: { readonly principal: Principal; readonly action: string; readonly result: string; readonly atMs: number; readonly requestId: string; readonly deviceId?: DeviceId; readonly dossierId?: string; readonly recordId?: string },
): Promise<void> {
  const { principal, deviceId = null, dossierId = null, recordId = null, ...rest } = entry;
  await appendAudit(runOn(client), principal.region, [{ ...rest, userId: principal.userId, deviceId, dossierId, recordId, detail: {} }]);
}
