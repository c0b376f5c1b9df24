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

export interface ContentAddresses {
  /** The address of a content for an `<img>`, the same one every time; null when it is not here. */
  of(attachmentId: RecordId): Promise<string | null>;
  /** Takes all of them back: nothing opened stays reachable after a lock. */
  close(): void;
}

/** Opened contents in this window's memory, by their address. */
export function createContentAddresses(database: UserDatabase, cipher: Cipher): ContentAddresses {
  const known = new Map<RecordId, Promise<string | null>>();
  let closed = false;
  const open = async (attachmentId: RecordId): Promise<string | null> => {
    const blob = await readAttachment(database, cipher, attachmentId);
    // Locked while it was being opened: it must not get an address any more.
    return blob === null || closed ? null : URL.createObjectURL(blob);
  };
  return {
    async of(attachmentId) {
      if (closed) return null;
      const address = known.get(attachmentId) ?? open(attachmentId);
      known.set(attachmentId, address);
      // What is not here now may be here later.
      if ((await address) === null) known.delete(attachmentId);
      return address;
    },
    close() {
      closed = true;
      for (const address of known.values()) void address.then((url) => (url === null ? undefined : URL.revokeObjectURL(url)));
      known.clear();
    },
  };
}
