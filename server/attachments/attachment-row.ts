import type pg from 'pg';
import type { DossierId, UserId } from '#shared/domain/ids.ts';
import type { AttachmentMediaType } from '#shared/domain/records/attachment.ts';

/** What the sender says about a content before its first byte. */
export interface Announced {
  readonly attachmentId: string;
  readonly dossierId: DossierId;
  readonly mediaType: AttachmentMediaType;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface AttachmentRow extends Announced {
  readonly userId: UserId;
  readonly state: 'incomplete' | 'verified' | 'refused';
  /** Code of a sentence. */
  readonly refusal: string | null;
}

const columns = `attachment_id as "attachmentId", dossier_id as "dossierId", user_id as "userId", media_type as "mediaType", size_bytes as "sizeBytes", sha256, state, refusal`;

export async function findAttachment(client: pg.ClientBase, region: string, attachmentId: string): Promise<AttachmentRow | null> {
  const { rows: [row] } = await client.query<AttachmentRow>(`select ${columns} from attachment where region = $1 and attachment_id = $2`, [region, attachmentId]);
  return row === undefined ? null : { ...row, sizeBytes: Number(row.sizeBytes) };
}

/** Lays or renews the row of a content that begins. What is verified stays as it is. @returns false when another row is in its way */
export async function beginAttachment(client: pg.ClientBase, region: string, userId: UserId, announced: Announced, expiresAtMs: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into attachment (region, attachment_id, dossier_id, user_id, media_type, size_bytes, sha256, state, expires_at_ms)
     values ($1, $2, $3, $4, $5, $6, $7, 'incomplete', $8)
     on conflict (region, attachment_id) do update
       set dossier_id = excluded.dossier_id, media_type = excluded.media_type, size_bytes = excluded.size_bytes, sha256 = excluded.sha256,
           state = 'incomplete', refusal = null, expires_at_ms = excluded.expires_at_ms
       where attachment.user_id = excluded.user_id and attachment.state <> 'verified'`,
    [region, announced.attachmentId, announced.dossierId, userId, announced.mediaType, announced.sizeBytes, announced.sha256, expiresAtMs],
  );
  return rowCount === 1;
}

export async function renewAttachment(client: pg.ClientBase, region: string, attachmentId: string, expiresAtMs: number): Promise<void> {
  await client.query('update attachment set expires_at_ms = $3 where region = $1 and attachment_id = $2', [region, attachmentId, expiresAtMs]);
}

export async function settleAttachment(client: pg.ClientBase, region: string, attachmentId: string, outcome: { readonly verifiedAtMs: number } | { readonly refusal: string }): Promise<void> {
  const verifiedAtMs = 'verifiedAtMs' in outcome ? outcome.verifiedAtMs : null;
  await client.query(`update attachment set state = case when $3::bigint is null then 'refused' else 'verified' end, verified_at_ms = $3, refusal = $4 where region = $1 and attachment_id = $2`, [
    region, attachmentId, verifiedAtMs, 'refusal' in outcome ? outcome.refusal : null,
  ]);
}

export async function deleteAttachment(client: pg.ClientBase, region: string, attachmentId: string): Promise<void> {
  await client.query('delete from attachment where region = $1 and attachment_id = $2', [region, attachmentId]);
}

/** Removes the rows of contents that stayed incomplete. @returns whose files may go */
export async function takeExpired(client: pg.ClientBase, nowMs: number): Promise<readonly { readonly region: string; readonly attachmentId: string }[]> {
  const { rows } = await client.query<{ region: string; attachmentId: string }>(
    `delete from attachment where state = 'incomplete' and expires_at_ms <= $1 returning region, attachment_id as "attachmentId"`, [nowMs]);
  return rows;
}
