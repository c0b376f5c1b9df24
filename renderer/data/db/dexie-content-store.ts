import { keptAfterReceiptMs } from '#shared/sync/journal/compare.ts';
import { ContentLost, type ContentStore, type ContentToSend } from '#shared/sync/content-port.ts';
import { openContentFacts, readChunk, removeContent } from './attachment-content.ts';
import type { Cipher } from './cipher.ts';
import type { AttachmentRow, PositionRow, UserDatabase } from './user-database.ts';

const dayMs = 24 * 3_600_000;

/** An operation is settled within a round after its content; one that still waits after this has another reason [ms]. */
const askAgainAfterMs = 60_000;

/** The device's contents behind their loop, in IndexedDB. */
export function createDexieContentStore(database: UserDatabase, cipher: Cipher): ContentStore {
  return {
    async waiting() {
      const rows = await database.attachments.where('state').equals('kept').sortBy('addedAtMs');
      const contents: ContentToSend[] = [];
      for (const row of rows) {
        try {
          contents.push(await contentOf(database, cipher, row));
        } catch (error) {
          if (!(error instanceof ContentLost)) throw error;
          // One that does not open must not hold up the others; it is said.
          await database.attachments.where('attachmentId').equals(row.attachmentId).filter((now) => now.state === 'kept').modify({ state: 'damaged' });
        }
      }
      return contents;
    },

    async noteSent(attachmentId, sentBytes) {
      await database.attachments.update(attachmentId, { sentBytes });
    },

    async settle(attachmentId, state, nowMs) {
      await database.transaction('rw', [database.attachments, database.position], async () => {
        const epoch = (await database.position.get('position'))?.epoch ?? null;
        const row = await database.attachments.get(attachmentId);
        if (row?.state !== 'kept') return;
        await database.attachments.update(attachmentId, { state, settledAtMs: nowMs, settledEpoch: epoch, sentBytes: state === 'sent' ? row.sizeBytes : 0 });
      });
    },

    async tidy(nowMs) {
      const tables = [database.attachments, database.attachmentChunks, database.outbox, database.receipts, database.position, database.dossiers, database.drafts];
      await database.transaction('rw', tables, async () => {
        const position = await database.position.get('position');
        for (const row of await database.attachments.where('state').anyOf('sent', 'refused', 'damaged').toArray()) {
          if (await mayLeave(database, row, position)) await removeContent(database, row.attachmentId);
          else if (row.state !== 'damaged' && (await isAskedAgain(database, row, position, nowMs))) await database.attachments.update(row.attachmentId, { state: 'kept' });
        }
        // A photo that no record names yet goes with the dossier, as soon as no draft is left that shows it.
        for (const row of await database.attachments.where('state').equals('draft').toArray()) {
          const isHere = (await database.dossiers.get(row.dossierId)) !== undefined || (await database.outbox.where('dossierId').equals(row.dossierId).count()) > 0;
          const isShown = isHere || (row.draftId !== null && (await database.drafts.get(row.draftId)) !== undefined);
          if (!isShown) await removeContent(database, row.attachmentId);
        }
      });
    },
  };
}

async function contentOf(database: UserDatabase, cipher: Cipher, row: AttachmentRow): Promise<ContentToSend> {
  const { attachmentId, dossierId, sizeBytes } = row;
  const { mediaType, sha256 } = await openContentFacts(cipher, row);
  return { attachmentId, dossierId, sizeBytes, mediaType, sha256, readChunk: (index) => readChunk(database, cipher, attachmentId, index) };
}

/** [ATT9] */
async function mayLeave(database: UserDatabase, row: AttachmentRow, position: PositionRow | undefined): Promise<boolean> {
  const unsettled = await database.outbox.where('dossierId').equals(row.dossierId).filter((entry) => entry.recordId === row.attachmentId).count();
  if (unsettled > 0) return false;
  // The dossier left the person's rights, and so does its photo, once its record is settled.
  if ((await database.dossiers.get(row.dossierId)) === undefined) return true;
  if (row.state !== 'sent' || row.settledEpoch !== (position?.epoch ?? null)) return false;
  const receipts = await database.receipts.where('dossierId').equals(row.dossierId).filter((receipt) => receipt.recordId === row.attachmentId && receipt.settled !== 'replaced').toArray();
  return receipts.some((receipt) => {
    // By the server's clock, as of the last pull: this device's may be years ahead.
    const ageMs = (position?.serverTimeMs ?? 0) - receipt.receivedAtMs;
    return ageMs >= dayMs && (ageMs >= keptAfterReceiptMs || (receipt.epoch === position?.epoch && receipt.n <= position.backedUpThrough));
  });
}

async function isAskedAgain(database: UserDatabase, row: AttachmentRow, position: PositionRow | undefined, nowMs: number): Promise<boolean> {
  // Another epoch: the server was restored, and nobody knows whether it still has the content.
  if (row.state === 'sent' && row.settledEpoch !== (position?.epoch ?? null)) return true;
  const sinceMs = nowMs - (row.settledAtMs ?? 0);
  // A clock that was set back has passed the wait too.
  if (sinceMs >= 0 && sinceMs < askAgainAfterMs) return false;
  return (await database.outbox.where('dossierId').equals(row.dossierId).filter((entry) => entry.recordId === row.attachmentId && entry.state === 'waiting').count()) > 0;
}
