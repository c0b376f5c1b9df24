import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { failure, type Outcome } from '#shared/lib/outcome.ts';
import { contentChunkBytes } from '#shared/sync/content-port.ts';
import { nullIfLost, openContentFacts, readChunk, removeContent } from '../db/attachment-content.ts';
import { placeOf } from '../db/places.ts';
import type { AttachmentChunkRow, AttachmentRow, VisitOfPerson } from '../db/user-database.ts';
import type { Kept } from '../device.ts';
import type { KeepTogetherProblem } from '../views.ts';
import { doubtPhoto } from '../queries/doubts.ts';
import { keepRows } from './attachments.ts';
import { keepTogether, newRecordId, type KeepParts } from './keep.ts';

export interface GroupVisits {
  readonly draftId: string;
  readonly visits: readonly (VisitOfPerson & { readonly groups: unknown })[];
}

/**
 * Keeps the visits to several people, and the photos that wait with their draft in the file of each person they were chosen
 * for. To which visits they belong is noted before: after a stop in between they are kept at the next start.
 */
export async function keepVisits(parts: KeepParts, { draftId, visits }: GroupVisits): Promise<Outcome<readonly Kept[], KeepTogetherProblem>> {
  const waiting = () => parts.database.attachments.where('draftId').equals(draftId).filter(({ state }) => state === 'draft');
  try {
    await waiting().modify({ visits: visits.map(({ dossierId, recordId }) => ({ dossierId, recordId })) });
  } catch (error) {
    if (error instanceof Error) return failure({ kind: 'storage' });
    throw error;
  }
  const kept = await keepTogether(
    parts,
    visits.map(({ dossierId, recordId, groups }) => ({ record: { dossierId, recordId, kind: 'visit' as const }, payload: groups as Readonly<Record<string, JsonValue>>, draftId: null, once: true as const })),
    draftId,
  );
  if (!kept.ok) return kept;
  // The visits are kept, and that is what is said. A photo that cannot be now stays noted with them and is kept at the next start.
  for (const row of await waiting().sortBy('addedAtMs').catch(() => [])) await keepPartsOf(parts, row).catch(() => undefined);
  return kept;
}

/** @throws when it cannot be kept now; the others must not wait for it */
export const keepPartsOf = async (parts: KeepParts, row: AttachmentRow): ReturnType<typeof keepRows> => keepRows(parts, await partsOf(parts, row));

/**
 * A photo of a visit to several people becomes one for each of them: a file is stored, sent and forgotten on its own, so
 * nobody's photo may lie in another's. The copies take its place in one transaction, sealed before it.
 * @returns the photo itself where it is of one person already; nothing while it was chosen for nobody
 */
async function partsOf({ database, cipher, randomness }: KeepParts, row: AttachmentRow): Promise<readonly AttachmentRow[]> {
  if (row.visits === undefined || row.visitId !== null) return [row];
  const opened = await openContentFacts(cipher, row).catch(nullIfLost);
  if (opened === null) {
    await doubtPhoto(database, row.attachmentId);
    return [];
  }
  const { people = [], ...facts } = opened;
  const { visits, ...alone } = row;
  const made: AttachmentRow[] = [];
  const chunks: AttachmentChunkRow[] = [];
  for (const { dossierId, recordId } of visits.filter((visit) => people.includes(visit.dossierId))) {
    const attachmentId = newRecordId(randomness);
    for (let index = 0; index * contentChunkBytes < row.sizeBytes; index += 1) {
      const piece = await readChunk(database, cipher, row.attachmentId, index).catch(nullIfLost);
      // Each file then says of its photo that it cannot be read, as of any that the disk damaged.
      if (piece !== null) chunks.push({ attachmentId, index, box: await cipher.sealBytes(placeOf.attachmentChunk(attachmentId, index), piece) });
    }
    made.push({ ...alone, attachmentId, dossierId, visitId: recordId, box: await cipher.seal(placeOf.attachment(attachmentId), facts) });
  }
  if (made.length === 0) return [];
  return database.transaction('rw', [database.attachments, database.attachmentChunks], async () => {
    // Another window was first.
    if ((await database.attachments.get(row.attachmentId))?.state !== 'draft') return [];
    await database.attachmentChunks.bulkAdd(chunks);
    await database.attachments.bulkAdd(made);
    await removeContent(database, row.attachmentId);
    return made;
  });
}
