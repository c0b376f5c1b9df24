import type pg from 'pg';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { allowedGroups, groupsOfRole } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { withTransaction } from '../db/transaction.ts';
import { PostgresTransaction } from '../storage/postgres-transaction.ts';
import { beginAttachment, deleteAttachment, findAttachment, renewAttachment, settleAttachment, takeExpired, type Announced, type AttachmentRow } from './attachment-row.ts';
import type { ContentFiles } from './content-files.ts';
import { judgeContent } from './judge-content.ts';

/** An incomplete content waits this long for a sign of its sender [ms]. */
export const incompleteForMs = 7 * 24 * 3_600_000;

export interface Asking {
  readonly principal: Principal;
  readonly requestId: string;
}

export type BeginAnswer = 'begun' | 'not-found' | 'complete' | { readonly refusal: string };
export type FinishAnswer = 'verified' | 'differs' | 'not-found' | { readonly refusal: string };
export type ContentState =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly refusal: string }
  | { readonly kind: 'verified'; readonly row: AttachmentRow }
  /** Every byte is there; nobody has looked at them yet. */
  | { readonly kind: 'whole'; readonly row: AttachmentRow }
  | { readonly kind: 'incomplete'; readonly row: AttachmentRow };

/** Takes contents in and judges them. What is another's is never told from what does not exist [ATT6]. */
export interface ContentReceiver {
  begin(asking: Asking, announced: Announced): Promise<BeginAnswer>;
  /** How far the asker's own content is. */
  state(asking: Asking, attachmentId: string): Promise<ContentState>;
  /** Judges a whole content; asked twice, it answers the same. */
  finish(asking: Asking, row: AttachmentRow): Promise<FinishAnswer>;
}

export function createContentReceiver({ pool, clock, files }: { readonly pool: pg.Pool; readonly clock: Clock; readonly files: ContentFiles }): ContentReceiver {
  // One at a time: a content is read whole, and a dozen at once would be the memory of the whole server.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  const find = (client: pg.ClientBase, { principal }: Asking, attachmentId: string) => findAttachment(client, principal.region, attachmentId);
  const note = (client: pg.ClientBase, { principal, requestId }: Asking, of: { readonly dossierId: string; readonly attachmentId: string }, result: string) =>
    writeAudit(client, { principal, requestId, action: 'attachment', result, atMs: clock.nowMs(), dossierId: of.dossierId, recordId: of.attachmentId });
  const discard = async (region: string, attachmentId: string) => {
    await files.remove({ region, attachmentId, stage: 'incoming' });
    await files.remove({ region, attachmentId, stage: 'lasting' });
  };

  async function finishNow(asking: Asking, { attachmentId }: AttachmentRow): Promise<FinishAnswer> {
    const { principal: { region } } = asking;
    const row = await withTransaction(pool, asking.principal, 'snapshot', (client) => find(client, asking, attachmentId));
    if (row === null) return 'not-found';
    if (row.state !== 'incomplete') return row.state === 'verified' ? 'verified' : { refusal: row.refusal ?? '' };
    // A server that stopped between the two has put it in its place already.
    const incoming = { region, attachmentId, stage: 'incoming' } as const;
    const stage = (await files.sizeOf(incoming)) === null ? 'lasting' : 'incoming';
    const verdict = await judgeContent(await files.readAll({ region, attachmentId, stage }), row);
    if (verdict.kind === 'differs') {
      await discard(region, attachmentId);
      return 'differs';
    }
    if (verdict.kind === 'verified' && stage === 'incoming') await files.makeLasting(region, attachmentId);
    const answer = await withTransaction(pool, asking.principal, 'write', async (client): Promise<FinishAnswer> => {
      // [ATT6] The rights of now, not those of when it began.
      if (!(await mayAttach(client, asking.principal, row.dossierId))) {
        await deleteAttachment(client, region, attachmentId);
        await note(client, asking, row, 'denied');
        return 'not-found';
      }
      const refused = verdict.kind === 'refused' ? verdict.code : null;
      await settleAttachment(client, region, attachmentId, refused === null ? { verifiedAtMs: clock.nowMs() } : { refusal: refused });
      await note(client, asking, row, refused === null ? 'received' : 'refused');
      return refused === null ? 'verified' : { refusal: refused };
    });
    if (answer !== 'verified') await discard(region, attachmentId);
    return answer;
  }

  return {
    async begin(asking, announced) {
      const { principal } = asking;
      const nowMs = clock.nowMs();
      const expired = await withTransaction(pool, 'system', 'write', (client) => takeExpired(client, nowMs));
      for (const { region, attachmentId } of expired) await discard(region, attachmentId);
      return withTransaction(pool, principal, 'write', async (client): Promise<BeginAnswer> => {
        const known = await find(client, asking, announced.attachmentId);
        const another = known !== null && known.userId !== principal.userId;
        if (another || !(await mayAttach(client, principal, announced.dossierId))) {
          await note(client, asking, announced, 'denied');
          return 'not-found';
        }
        // The same bytes would only be refused again.
        if (known?.state === 'refused' && known.sha256 === announced.sha256 && known.mediaType === announced.mediaType) return { refusal: known.refusal ?? '' };
        return (await beginAttachment(client, principal.region, principal.userId, announced, nowMs + incompleteForMs)) ? 'begun' : 'complete';
      });
    },

    async state(asking, attachmentId) {
      const { principal } = asking;
      const row = await withTransaction(pool, principal, 'write', async (client) => {
        const found = await find(client, asking, attachmentId);
        if (found === null || found.userId !== principal.userId || !(await mayAttach(client, principal, found.dossierId))) return null;
        if (found.state === 'incomplete') await renewAttachment(client, principal.region, attachmentId, clock.nowMs() + incompleteForMs);
        return found;
      });
      if (row === null) return { kind: 'not-found' };
      if (row.state === 'refused') return { kind: 'refused', refusal: row.refusal ?? '' };
      const lasting = await files.sizeOf({ region: principal.region, attachmentId, stage: 'lasting' });
      if (row.state === 'verified') {
        if (lasting === row.sizeBytes) return { kind: 'verified', row };
        // The files were restored from an older backup than the database: the device still has it, and sends it again.
        await withTransaction(pool, principal, 'write', (client) => deleteAttachment(client, principal.region, attachmentId));
        return { kind: 'not-found' };
      }
      const incoming = await files.sizeOf({ region: principal.region, attachmentId, stage: 'incoming' });
      if ((incoming ?? lasting) === row.sizeBytes) return { kind: 'whole', row };
      return incoming === null ? { kind: 'not-found' } : { kind: 'incomplete', row };
    },

    finish: (asking, row) => inTurn(() => finishNow(asking, row)),
  };
}

/** Whether this person may write the record that the content is for, or could until a moment ago: then it is handed over [FGT3]. */
async function mayAttach(client: pg.ClientBase, principal: Principal, dossierId: DossierId): Promise<boolean> {
  const transaction = new PostgresTransaction(client, principal.region);
  const { dossiers: [dossier], formerReach } = await transaction.load({ opIds: [], dossierIds: [dossierId], recordIds: [], contentIds: [], users: false, sender: principal.userId });
  if (dossier === undefined) return false;
  if (allowedGroups('write', principal, 'attachment', dossier.place).includes('facts')) return true;
  return formerReach.includes(dossierId) && groupsOfRole('write', principal.role, 'attachment').includes('facts');
}

/** What a reader gets to see of a content, or null: it is not there, not theirs, or its record has not come yet [ATT1]. */
export async function findReadable(client: pg.ClientBase, principal: Principal, attachmentId: string): Promise<AttachmentRow | null> {
  const row = await findAttachment(client, principal.region, attachmentId);
  if (row?.state !== 'verified') return null;
  const { dossiers: [dossier], records: [record] } = await new PostgresTransaction(client, principal.region).load({ opIds: [], dossierIds: [row.dossierId], recordIds: [attachmentId as RecordId], contentIds: [], users: false });
  if (dossier === undefined) return null;
  const inItself = record?.kind === 'attachment' && record.dossierId === row.dossierId && allowedGroups('read', principal, 'attachment', dossier.place).includes('facts');
  return inItself || (allowedGroups('read', principal, 'handover', dossier.place).includes('content') && (await isHandedOver(client, principal.region, row))) ? row : null;
}

async function isHandedOver(client: pg.ClientBase, region: string, { dossierId, attachmentId }: AttachmentRow): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from record where region = $1 and dossier_id = $2 and kind = 'handover' and groups ? 'content' and groups->'about'->'data'->>'recordId' = $3 limit 1`, [region, dossierId, attachmentId]);
  return rowCount === 1;
}
