import { Dexie } from 'dexie';
import type { RecordId } from '#shared/domain/ids.ts';
import type { AttachmentFacts } from '#shared/domain/records/attachment.ts';
import type { Cipher } from './cipher.ts';
import { placeOf } from './places.ts';
import type { AttachmentRow, UserDatabase } from './user-database.ts';

/** Inside a transaction over both tables. */
export async function removeContent(database: UserDatabase, attachmentId: RecordId): Promise<void> {
  await database.attachmentChunks.where('[attachmentId+index]').between([attachmentId, Dexie.minKey], [attachmentId, Dexie.maxKey]).delete();
  await database.attachments.delete(attachmentId);
}

/** What the record says besides the visit; boxed with the content, before there is a record. */
export type ContentFacts = Pick<AttachmentFacts, 'takenOn' | 'mediaType' | 'sha256' | 'description'>;

export async function openContentFacts(cipher: Cipher, row: AttachmentRow): Promise<ContentFacts> {
  return (await cipher.open(placeOf.attachment(row.attachmentId), row.box)) as ContentFacts;
}

/** @throws Error when the chunk is damaged or gone */
export async function readChunk(database: UserDatabase, cipher: Cipher, attachmentId: RecordId, index: number): Promise<Uint8Array<ArrayBuffer>> {
  const row = await database.attachmentChunks.get([attachmentId, index]);
  if (row === undefined) throw new Error(`chunk ${index} of a content is gone`);
  return cipher.openBytes(placeOf.attachmentChunk(attachmentId, index), row.box);
}

/**
 * Part of the transaction that keeps the record [ATT8]: from then on its content is sent.
 * @returns false when there is no content to keep
 */
export async function markContentKept(database: UserDatabase, attachmentId: RecordId): Promise<boolean> {
  const row = await database.attachments.get(attachmentId);
  if (row === undefined) return false;
  if (row.state !== 'sent') await database.attachments.update(attachmentId, { state: 'kept', draftId: null });
  return true;
}
