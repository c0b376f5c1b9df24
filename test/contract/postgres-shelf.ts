import type pg from 'pg';
import { checkAudit } from '#server/audit/check-audit.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { importRegion, importUsers } from '#server/storage/import-records.ts';
import { createPostgresServerStore } from '#server/storage/postgres-server-store.ts';
import type { ServerShelf } from './server-harness.ts';

/** A region in a migrated database. */
export async function postgresShelf(pool: pg.Pool, region: string): Promise<ServerShelf> {
  await withTransaction(pool, 'system', 'write', (client) => importRegion(client, { id: region, name: region }));
  return {
    store: createPostgresServerStore(pool),
    region,
    addUsers: (users) => withTransaction(pool, 'system', 'write', (client) => importUsers(client, region, users.map((user) => ({ ...user, demo: true })))),
    addDevice: async ({ deviceId, publicKey, user, revoked = false }) => {
      await pool.query(
        'insert into device (region, device_id, user_id, public_key, registered_at_ms, last_contact_at_ms, revoked_at_ms) values ($1, $2, $3, $4, 1, 1, $5)',
        [region, deviceId, user.userId, Buffer.from(publicKey), revoked ? 2 : null],
      );
    },
    addContent: async ({ attachmentId, dossierId, userId, mediaType, sizeBytes, sha256, refusal }) => {
      await pool.query(
        `insert into attachment (region, attachment_id, dossier_id, user_id, media_type, size_bytes, sha256, state, refusal, expires_at_ms, verified_at_ms)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)`,
        [region, attachmentId, dossierId, userId, mediaType, sizeBytes, sha256, refusal === null ? 'verified' : 'refused', refusal, refusal === null ? 1 : null],
      );
    },
    setEpoch: async (epoch) => {
      await pool.query('update region set epoch = $2 where id = $1', [region, epoch]);
    },
    refuseRecord: async (recordId) => {
      await pool.query(`alter table record add constraint refused_${recordId.replaceAll('-', '_')} check (record_id <> '${recordId}')`);
    },
    auditLines: async () =>
      (await pool.query('select action, result, user_id as "userId", dossier_id as "dossierId", record_id as "recordId", detail from audit_event where region = $1 order by id', [region])).rows,
    checkAudit: async () => {
      const report = (await withTransaction(pool, 'system', 'snapshot', checkAudit)).find((each) => each.region === region);
      return { lines: report?.lines ?? 0, gaps: report?.gaps ?? [] };
    },
  };
}
