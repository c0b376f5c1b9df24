import type { RecordId } from '#shared/domain/ids.ts';
import type { AttachmentFacts } from '#shared/domain/records/attachment.ts';
import type { DeviceIdentity } from '#shared/sync/ports.ts';
import type { Cipher } from '../db/cipher.ts';
import type { UserDatabase } from '../db/user-database.ts';
import { readAttachment } from './attachments.ts';

/** What the record says of a content, and the content must be. */
export type ContentOfRecord = Pick<AttachmentFacts, 'mediaType' | 'sizeBytes' | 'sha256'>;

/** Asks the server for a content. @returns null without a connection, without the right to it, and when it differs from its record */
export type FetchContent = (attachmentId: RecordId, facts: ContentOfRecord) => Promise<Blob | null>;

/** The same for who is at this device, while it is unlocked. */
export type OpenContentFetch = (who: { readonly identity: DeviceIdentity; readonly publicKey: string; readonly sign: (text: string) => Promise<string> }) => FetchContent;

export interface ContentAddresses {
  /**
   * The address of a content for an `<img>`, the same one every time; null when it cannot be had now.
   * @param facts of its record: then the server is asked for what is not on this device
   */
  of(attachmentId: RecordId, facts?: ContentOfRecord): Promise<string | null>;
  /** Takes all of them back: nothing opened stays reachable after a lock. */
  close(): void;
}

/**
 * Opened contents in this window's memory, by their address. What a colleague photographed, and what left this device since
 * [ATT9], comes from the server when it is looked at, and stays in memory only: there is nothing to forget later [ATT12].
 */
export function createContentAddresses(database: UserDatabase, cipher: Cipher, fetchContent: FetchContent): ContentAddresses {
  const known = new Map<RecordId, Promise<string | null>>();
  let closed = false;
  const open = async (attachmentId: RecordId, facts: ContentOfRecord | undefined): Promise<string | null> => {
    const blob = (await readAttachment(database, cipher, attachmentId)) ?? (facts === undefined ? null : await fetchContent(attachmentId, facts));
    // Locked while it was being opened: it must not get an address any more.
    return blob === null || closed ? null : URL.createObjectURL(blob);
  };
  return {
    async of(attachmentId, facts) {
      if (closed) return null;
      const address = known.get(attachmentId) ?? open(attachmentId, facts);
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
