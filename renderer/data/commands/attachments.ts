import { mediaTypeOfContent } from '#shared/domain/attachment-content.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { largestAttachmentBytes, type AttachmentFacts } from '#shared/domain/records/attachment.ts';
import type { Day } from '#shared/lib/calendar.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';
import { contentChunkBytes } from '#shared/sync/content-port.ts';
import { nullIfLost, openContentFacts, removeContent, type ContentFacts, type WaitingFacts } from '../db/attachment-content.ts';
import type { Box } from '../db/cipher.ts';
import { placeOf } from '../db/places.ts';
import type { AttachmentRow } from '../db/user-database.ts';
import type { Kept } from '../device.ts';
import type { AttachmentProblem, KeepProblem } from '../views.ts';
import { doubtPhoto } from '../queries/doubts.ts';
import { keep, newRecordId, recordIdOfDraft, type KeepParts, type KeepRequest } from './keep.ts';

export interface AddAttachment {
  readonly dossierId: DossierId;
  /** What it waits with, until it is kept: the draft of a visit, or `looseDraftOf`. */
  readonly draftId: string;
  readonly takenOn: Day;
  /** Without anything hidden in it: drawn anew before it came here. */
  readonly content: Blob;
}

export const loosePrefix = 'loose-';

/** Photos that belong to a candidate but to no visit wait with this. */
export const looseDraftOf = (dossierId: DossierId): string => `${loosePrefix}${dossierId}`;

/** Stores a content in boxes, all of it or nothing, in a strict transaction. No record names it yet [ATT8]. */
export async function addAttachment({ database, cipher, clock, randomness }: KeepParts, { dossierId, draftId, takenOn, content }: AddAttachment): Promise<Outcome<{ readonly attachmentId: RecordId }, AttachmentProblem>> {
  if (content.size > largestAttachmentBytes) return failure({ kind: 'too-large', maximumBytes: largestAttachmentBytes });
  const bytes = new Uint8Array(await content.arrayBuffer());
  const mediaType = mediaTypeOfContent(bytes);
  if (mediaType === null) return failure({ kind: 'not-a-picture' });

  const attachmentId = newRecordId(randomness);
  const facts: ContentFacts = { takenOn, mediaType, sha256: toHex(await crypto.subtle.digest('SHA-256', bytes)), description: '' };
  const chunks: { attachmentId: RecordId; index: number; box: Box }[] = [];
  for (let index = 0; index * contentChunkBytes < bytes.length; index += 1) {
    const piece = bytes.subarray(index * contentChunkBytes, (index + 1) * contentChunkBytes);
    chunks.push({ attachmentId, index, box: await cipher.sealBytes(placeOf.attachmentChunk(attachmentId, index), piece) });
  }
  const row: AttachmentRow = {
    attachmentId, dossierId, draftId, visitId: null, state: 'draft', sizeBytes: bytes.length, sentBytes: 0, addedAtMs: clock.nowMs(), settledAtMs: null, settledEpoch: null,
    box: await cipher.seal(placeOf.attachment(attachmentId), facts),
  };
  try {
    await database.transaction('rw', [database.attachments, database.attachmentChunks], async () => {
      await database.attachmentChunks.bulkAdd(chunks);
      await database.attachments.add(row);
    });
    return success({ attachmentId });
  } catch (error) {
    if (error instanceof Error) return failure({ kind: isNoSpace(error) ? 'no-space' : 'storage' });
    throw error;
  }
}

/** Changes what is said about a photo that no record names yet; afterwards it changes nothing. */
export async function changeWaiting({ database, cipher }: KeepParts, attachmentId: RecordId, change: Partial<Pick<WaitingFacts, 'description' | 'people'>>): Promise<void> {
  const row = await database.attachments.get(attachmentId);
  if (row?.state !== 'draft') return;
  const box = await cipher.seal(placeOf.attachment(attachmentId), { ...(await openContentFacts(cipher, row)), ...change });
  await database.attachments.where('attachmentId').equals(attachmentId).filter((now) => now.state === 'draft').modify({ box });
}

/** Throws a photo away that no record names yet; what was kept stays. */
export async function discardAttachment({ database }: KeepParts, attachmentId: RecordId): Promise<void> {
  await database.transaction('rw', [database.attachments, database.attachmentChunks], async () => {
    if ((await database.attachments.get(attachmentId))?.state === 'draft') await removeContent(database, attachmentId);
  });
}

/**
 * Keeps the photos that wait with a draft, one operation each; the first that cannot be kept ends it, the rest waits on.
 * @param visitId the visit they belong to, kept already
 */
export async function keepAttachments(parts: KeepParts, draftId: string, visitId: RecordId | null): Promise<Outcome<readonly Kept[], KeepProblem>> {
  const rows = await parts.database.attachments.where('draftId').equals(draftId).filter((row) => row.state === 'draft').sortBy('addedAtMs');
  return keepRows(parts, rows.map((row) => ({ ...row, visitId })));
}

/** Keeps each photo with the visit that is noted with it; one that does not open keeps no other back. */
export async function keepRows(parts: KeepParts, rows: readonly AttachmentRow[]): Promise<Outcome<readonly Kept[], KeepProblem>> {
  const kept: Kept[] = [];
  for (const row of rows) {
    const opened = await openContentFacts(parts.cipher, row).catch(nullIfLost);
    if (opened === null) {
      // Of a visit nobody would come back for it, so it is told. One that waits with the candidate says so where it is shown.
      if (row.visitId !== null) await doubtPhoto(parts.database, row.attachmentId);
      continue;
    }
    const { people: _people, ...said } = opened;
    const facts: AttachmentFacts = { ...said, visitId: row.visitId, sizeBytes: row.sizeBytes };
    const outcome = await keep(parts, { record: { dossierId: row.dossierId, recordId: row.attachmentId, kind: 'attachment' }, payload: { facts: facts as unknown as JsonValue }, draftId: null });
    if (!outcome.ok) return outcome;
    kept.push(outcome.value);
  }
  return success(kept);
}

/**
 * Keeps a visit and the photos that wait with its draft. Which visit they belong to is noted before: after a stop in
 * between they are kept at the next start, and so is a photo that cannot be kept now.
 */
export async function keepVisit(parts: KeepParts, { dossierId, draftId, payload }: { readonly dossierId: DossierId; readonly draftId: string; readonly payload: KeepRequest['payload'] }): Promise<Outcome<Kept, KeepProblem>> {
  const recordId = recordIdOfDraft(draftId, parts.randomness);
  try {
    // Most visits have no photos, and this is in the way of every one.
    const photos = await parts.database.attachments.where('draftId').equals(draftId).count();
    if (photos > 0) await parts.database.attachments.where('draftId').equals(draftId).filter((row) => row.state === 'draft').modify({ visitId: recordId });
  } catch (error) {
    if (error instanceof Error) return failure({ kind: 'storage' });
    throw error;
  }
  const kept = await keep(parts, { record: { dossierId, recordId, kind: 'visit' }, payload, draftId, once: true });
  if (!kept.ok) return kept;
  try {
    await keepAttachments(parts, draftId, recordId);
  } catch {
    // The visit is kept, and that is what is said. Its photos stay noted with it and are kept at the next start.
  }
  return kept;
}

/** Chromium says it in one of two ways; both may come wrapped. */
function isNoSpace(error: Error): boolean {
  const inner = (error as { readonly inner?: unknown }).inner;
  return error.name === 'QuotaExceededError' || (inner instanceof Error && isNoSpace(inner));
}

const toHex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
