import { Dexie } from 'dexie';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { AttachmentFacts } from '#shared/domain/records/attachment.ts';
import { ContentLost } from '#shared/sync/content-port.ts';
import { BoxDamaged, type Cipher } from './cipher.ts';
import { placeOf } from './places.ts';
import type { AttachmentRow, UserDatabase } from './user-database.ts';

/** Inside a transaction over both tables. */
export async function removeContent(database: UserDatabase, attachmentId: RecordId): Promise<void> {
  await database.attachmentChunks.where('[attachmentId+index]').between([attachmentId, Dexie.minKey], [attachmentId, Dexie.maxKey]).delete();
  await database.attachments.delete(attachmentId);
}

/** What the record says besides the visit; boxed with the content, before there is a record. */
export type ContentFacts = Pick<AttachmentFacts, 'takenOn' | 'mediaType' | 'sha256' | 'description'>;

/** The same while it waits: of a visit to several people also in whose files it will lie, which no record says. */
export interface WaitingFacts extends ContentFacts {
  readonly people?: readonly DossierId[];
}

export async function openContentFacts(cipher: Cipher, row: AttachmentRow): Promise<WaitingFacts> {
  return (await cipher.open(placeOf.attachment(row.attachmentId), row.box).catch(lostIfDamaged)) as WaitingFacts;
}

/** A key that is going, or a database that is closing, says nothing about what is stored: only a seal that does not fit does. */
function lostIfDamaged(error: unknown): never {
  const isDamaged = error instanceof BoxDamaged || (error instanceof DOMException && error.name === 'OperationError');
  throw isDamaged ? new ContentLost('a box of a content does not open', { cause: error }) : error;
}

/** For who goes on without it. */
export function nullIfLost(error: unknown): null {
  if (error instanceof ContentLost) return null;
  throw error;
}

/** @throws ContentLost when the chunk is damaged or gone; what the database throws when it cannot be read now */
export async function readChunk(database: UserDatabase, cipher: Cipher, attachmentId: RecordId, index: number): Promise<Uint8Array<ArrayBuffer>> {
  const row = await database.attachmentChunks.get([attachmentId, index]);
  if (row === undefined) throw new ContentLost(`chunk ${index} of a content is gone`);
  return cipher.openBytes(placeOf.attachmentChunk(attachmentId, index), row.box).catch(lostIfDamaged);
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
