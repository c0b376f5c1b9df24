import type { DossierId } from '#shared/domain/ids.ts';
import type { Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import type { AttachmentRow, UserDatabase } from '../db/user-database.ts';
import type { AttachmentContent, DossierView, RecordView } from '../views.ts';
import { foldDossier, ofKind } from './fold-dossier.ts';
import { openOutbox } from './open-outbox.ts';

/** @returns null when nothing of this dossier is on the device */
export async function readDossier(database: UserDatabase, cipher: Cipher, dossierId: DossierId): Promise<DossierView | null> {
  // One read transaction: the row and the outbox of the same moment, or a note could show twice or not at all.
  const [row, outbox, receipts, contents] = await database.transaction('r', [database.dossiers, database.outbox, database.receipts, database.attachments], async () =>
    Promise.all([
      database.dossiers.get(dossierId),
      database.outbox.where('dossierId').equals(dossierId).toArray(),
      database.receipts.where('dossierId').equals(dossierId).toArray(),
      database.attachments.where('dossierId').equals(dossierId).toArray(),
    ]),
  );
  if (row === undefined && outbox.length === 0) return null;
  // The boxes are opened after the transaction: a live query has seen by now all that it must watch.
  const records = row === undefined ? [] : (await openDossier(cipher, row)).records;
  const views = foldDossier({ records, pending: await openOutbox(cipher, outbox), receipts });
  const contentOf = new Map(contents.map((content) => [content.attachmentId, shownContent(content)]));
  return {
    dossierId,
    candidate: ofKind(views, 'candidate')[0] ?? null,
    placements: newestFirst(ofKind(views, 'placement'), (view) => view.groups.facts?.beganOn),
    visits: newestFirst(ofKind(views, 'visit'), (view) => `${view.groups.facts?.heldOn ?? ''}${view.groups.facts?.beganAt ?? ''}`),
    measurements: newestFirst(ofKind(views, 'measurement'), (view) => view.groups.result?.visitedOn ?? view.groups.facts?.visitedOn),
    attachments: ofKind(views, 'attachment').map((record) => ({ record, content: contentOf.get(record.recordId) ?? null })),
    records: views,
  };
}

function shownContent({ state, sizeBytes, sentBytes }: AttachmentRow): AttachmentContent | null {
  return state === 'draft' ? null : { state, sizeBytes, sentBytes };
}

function newestFirst<View extends RecordView>(views: readonly View[], key: (view: View) => string | undefined): readonly View[] {
  return [...views].sort((a, b) => (key(b) ?? '').localeCompare(key(a) ?? ''));
}
