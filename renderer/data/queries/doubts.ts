import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { removeContent } from '../db/attachment-content.ts';
import type { DoubtRow, UserDatabase } from '../db/user-database.ts';
import type { Doubts } from '../views.ts';

/** What this device can no longer vouch for [JRN14]; nobody has said yet that they read it. */
export async function readDoubts(database: UserDatabase, nameOf: (dossierId: DossierId) => string): Promise<Doubts> {
  const rows = await database.doubts.where('isSeen').equals(0).toArray();
  const count = (kind: DoubtRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const photos = rows.flatMap(({ photo }) => (photo === undefined ? [] : [{ addedAtMs: photo.addedAtMs, names: photo.dossierIds.map(nameOf) }]));
  return { lost: count('lost'), unopened: count('unopened'), photos };
}

/** A person read it and knows what to do. It is not told again; what is found later is. */
export async function markDoubtsSeen(database: UserDatabase, kind: DoubtRow['kind']): Promise<void> {
  await database.transaction('rw', [database.doubts, database.attachments, database.attachmentChunks], async () => {
    const read = await database.doubts.where('isSeen').equals(0).filter((row) => row.kind === kind).toArray();
    for (const { name } of read) {
      await database.doubts.update(name, { isSeen: 1 });
      // Nobody can make anything of it, and now somebody knows.
      if (kind === 'photo') await removeContent(database, photoOfDoubt(name));
    }
  });
}

/** What a photo is called in the list of doubts. */
const photoPrefix = 'photo-';

/** A photo of a visit that was kept, of which nothing can be: it waits no longer, and a person is told. */
export async function doubtPhoto(database: UserDatabase, attachmentId: RecordId): Promise<void> {
  await database.transaction('rw', [database.doubts, database.attachments], async () => {
    const row = await database.attachments.get(attachmentId);
    if (row?.state !== 'draft') return;
    const dossierIds = row.visits?.map(({ dossierId }) => dossierId) ?? [row.dossierId];
    await database.attachments.update(attachmentId, { state: 'damaged' });
    await database.doubts.put({ name: `${photoPrefix}${attachmentId}`, kind: 'photo', isSeen: 0, photo: { addedAtMs: row.addedAtMs, dossierIds } });
  });
}

const photoOfDoubt = (name: string): RecordId => name.slice(photoPrefix.length) as RecordId;
