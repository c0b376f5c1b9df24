import type { DossierId, RecordId } from '../domain/ids.ts';

/** A piece of a content is not there, or is not what was stored: it can never be sent from here. */
export class ContentLost extends Error {
  override readonly name = 'ContentLost';
}

/** What is sealed as one box, and sent as one piece [bytes] [ATT8]. */
export const contentChunkBytes = 1024 * 1024;

/** The content of one attachment, on its way to the server. */
export interface ContentToSend {
  readonly attachmentId: RecordId;
  readonly dossierId: DossierId;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /**
   * The bytes of one chunk, opened; only one is in memory at a time.
   * @throws ContentLost when it is damaged or gone: then this content can never be sent from here. Whatever else it throws may
   *   be over at the next attempt
   */
  readonly readChunk: (index: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** The device's contents, seen from the loop that sends them. Implementation: Dexie. */
export interface ContentStore {
  /** Kept and not sent yet, in the order in which they were added. */
  waiting(): Promise<readonly ContentToSend[]>;
  /** So much of it is on the server [bytes]; only for showing. */
  noteSent(attachmentId: RecordId, sentBytes: number): Promise<void>;
  /** `sent`: the server verified it [ATT5]. `refused`: the server takes no content for it. `damaged`: it cannot be read here. */
  settle(attachmentId: RecordId, state: 'sent' | 'refused' | 'damaged', nowMs: number): Promise<void>;
  /**
   * Contents that were settled a while ago while their operation still waits are asked about once more (a server that was
   * restored lost them), and what may leave the device leaves it [ATT9].
   */
  tidy(nowMs: number): Promise<void>;
}
