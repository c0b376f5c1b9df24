import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { AttachmentRow, UserDatabase } from '../db/user-database.ts';
import { discardAttachment, loosePrefix } from './attachments.ts';
import { keepPartsOf } from './group-attachments.ts';
import type { KeepParts } from './keep.ts';

/** A photo of a draft that was thrown away stays as long, in case that is taken back [ms]. */
const afterDiscardMs = 24 * 3_600_000;

/**
 * What a stop left half done: photos whose visit was kept are kept too; those whose draft is gone go. At every start.
 * @returns how many were kept now [count]
 */
export async function keepLeftAttachments(parts: KeepParts): Promise<number> {
  const { database } = parts;
  const serverTimeMs = (await database.position.get('position'))?.serverTimeMs;
  let kept = 0;
  for (const row of await database.attachments.where('state').equals('draft').toArray()) {
    const { draftId } = row;
    if (draftId === null || draftId.startsWith(loosePrefix)) continue;
    if (await isVisitKept(database, row)) {
      // One that does not open keeps no other from being kept.
      const outcome = await keepPartsOf(parts, row).catch(() => null);
      if (outcome?.ok === true) kept += outcome.value.length;
    } else if ((await database.drafts.get(draftId)) === undefined && serverTimeMs !== undefined) {
      // No clock of this device throws a photo away.
      const since = row.leftSinceMs;
      if (since === undefined || since > serverTimeMs) await database.attachments.update(row.attachmentId, { leftSinceMs: serverTimeMs });
      else if (serverTimeMs - since > afterDiscardMs) await discardAttachment(parts, row.attachmentId);
    }
  }
  return kept;
}

/** Visits to several people are kept all or none: one of them tells. */
async function isVisitKept(database: UserDatabase, { dossierId, visitId, visits }: AttachmentRow): Promise<boolean> {
  const [first] = visitId === null ? (visits ?? []) : [{ dossierId, recordId: visitId }];
  return first !== undefined && (await isKnown(database, first.dossierId, first.recordId));
}

/** Kept on this device: it waits or was settled. */
async function isKnown(database: UserDatabase, dossierId: DossierId, recordId: RecordId): Promise<boolean> {
  const ofDossier = { dossierId };
  const [waiting, settled] = await Promise.all([
    database.outbox.where(ofDossier).filter((row) => row.recordId === recordId).count(),
    database.receipts.where(ofDossier).filter((row) => row.recordId === recordId).count(),
  ]);
  return waiting + settled > 0;
}
