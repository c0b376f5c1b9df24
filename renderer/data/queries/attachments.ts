import type { RecordId } from '#shared/domain/ids.ts';
import { contentChunkBytes } from '#shared/sync/content-port.ts';
import { nullIfLost, openContentFacts, readChunk } from '../db/attachment-content.ts';
import type { Cipher } from '../db/cipher.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { AttachmentDraft } from '../views.ts';

/** Photos that wait with a draft, in the order in which they were added. */
export async function readAttachmentDrafts(database: UserDatabase, cipher: Cipher, draftId: string): Promise<readonly AttachmentDraft[]> {
  const rows = await database.attachments.where('draftId').equals(draftId).filter((row) => row.state === 'draft').sortBy('addedAtMs');
  return Promise.all(
    rows.map(async (row) => {
      // One that does not open hides none of the others.
      const opened = await openContentFacts(cipher, row).catch(nullIfLost);
      return { attachmentId: row.attachmentId, sizeBytes: row.sizeBytes, addedAtMs: row.addedAtMs, description: opened?.description ?? '', people: opened?.people ?? [], isDamaged: opened === null };
    }),
  );
}

/** @returns null when its content is not on this device, or cannot be read any more */
export async function readAttachment(database: UserDatabase, cipher: Cipher, attachmentId: RecordId): Promise<Blob | null> {
  const row = await database.attachments.get(attachmentId);
  if (row === undefined) return null;
  try {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let index = 0; index * contentChunkBytes < row.sizeBytes; index += 1) pieces.push(await readChunk(database, cipher, attachmentId, index));
    return new Blob(pieces, { type: (await openContentFacts(cipher, row)).mediaType });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
