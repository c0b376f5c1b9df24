import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { keptAfterReceiptMs } from '#shared/sync/journal/compare.ts';
import { ContentLost, contentChunkBytes, type ContentStore, type ContentToSend } from '#shared/sync/content-port.ts';

export interface MemoryContent extends Omit<ContentToSend, 'readChunk'> {
  readonly addedAtMs: number;
  readonly draftId: string | null;
  state: 'draft' | 'kept' | 'sent' | 'refused' | 'damaged';
  sentBytes: number;
  settledAtMs: number;
  settledEpoch: number | null;
  /** Null where a piece is damaged or gone. */
  readonly pieces: (Uint8Array<ArrayBuffer> | null)[];
  areFactsDamaged: boolean;
}

/** The contents of a device as a value, and what around them decides when they may leave. */
export class ContentDisk {
  readonly contents = new Map<RecordId, MemoryContent>();
  readonly dossiers = new Set<DossierId>();
  readonly drafts = new Set<string>();
  /** Attachments whose operation is in the outbox. */
  readonly waiting = new Set<RecordId>();
  readonly receipts = new Map<RecordId, { readonly n: number; readonly epoch: number; readonly receivedAtMs: number }>();
  position: { readonly epoch: number; readonly serverTimeMs: number; readonly backedUpThrough: number } | null = null;
}

const dayMs = 24 * 3_600_000;
const askAgainAfterMs = 60_000;

/** The device's contents in memory: the same answers as Dexie's, by the rules and not by its code [ATT5] [ATT9] [ATT10]. */
export function createMemoryContentStore(disk: ContentDisk): ContentStore {
  const mayLeave = (content: MemoryContent): boolean => {
    const { position } = disk;
    if (disk.waiting.has(content.attachmentId)) return false;
    if (!disk.dossiers.has(content.dossierId)) return true;
    const receipt = disk.receipts.get(content.attachmentId);
    if (content.state !== 'sent' || receipt === undefined || position === null || content.settledEpoch !== position.epoch) return false;
    const ageMs = position.serverTimeMs - receipt.receivedAtMs;
    const isBackedUp = receipt.epoch === position.epoch && receipt.n <= position.backedUpThrough;
    return ageMs >= (isBackedUp ? dayMs : keptAfterReceiptMs);
  };
  const isAskedAgain = (content: MemoryContent, nowMs: number): boolean => {
    if (content.state === 'damaged') return false;
    if (content.state === 'sent' && content.settledEpoch !== (disk.position?.epoch ?? null)) return true;
    const sinceMs = nowMs - content.settledAtMs;
    return (sinceMs < 0 || sinceMs >= askAgainAfterMs) && disk.waiting.has(content.attachmentId);
  };
  return {
    waiting() {
      const kept = [...disk.contents.values()].filter(({ state }) => state === 'kept').toSorted((a, b) => a.addedAtMs - b.addedAtMs);
      for (const content of kept) if (content.areFactsDamaged) content.state = 'damaged';
      return Promise.resolve(kept.filter(({ state }) => state === 'kept').map(({ attachmentId, dossierId, mediaType, sha256, sizeBytes, pieces }) => ({
        attachmentId, dossierId, mediaType, sha256, sizeBytes,
        readChunk: (index: number) => {
          const piece = pieces[index];
          return piece === null || piece === undefined ? Promise.reject(new ContentLost(`piece ${index}`)) : Promise.resolve(piece);
        },
      })));
    },
    noteSent(attachmentId, sentBytes) {
      const content = disk.contents.get(attachmentId);
      if (content !== undefined) content.sentBytes = sentBytes;
      return Promise.resolve();
    },
    settle(attachmentId, state, nowMs) {
      const content = disk.contents.get(attachmentId);
      if (content?.state === 'kept') Object.assign(content, { state, settledAtMs: nowMs, settledEpoch: disk.position?.epoch ?? null, sentBytes: state === 'sent' ? content.sizeBytes : 0 });
      return Promise.resolve();
    },
    tidy(nowMs) {
      for (const content of disk.contents.values()) {
        if (content.state === 'draft') {
          const isShown = disk.dossiers.has(content.dossierId) || (content.draftId !== null && disk.drafts.has(content.draftId));
          if (!isShown) disk.contents.delete(content.attachmentId);
        } else if (content.state !== 'kept') {
          if (mayLeave(content)) disk.contents.delete(content.attachmentId);
          else if (isAskedAgain(content, nowMs)) content.state = 'kept';
        }
      }
      return Promise.resolve();
    },
  };
}

/** @returns the bytes in pieces as they are sent */
export const piecesOf = (bytes: Uint8Array<ArrayBuffer>): (Uint8Array<ArrayBuffer> | null)[] =>
  Array.from({ length: Math.ceil(bytes.length / contentChunkBytes) }, (_, index) => bytes.slice(index * contentChunkBytes, (index + 1) * contentChunkBytes));
