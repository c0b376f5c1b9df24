import type { DossierId } from '#shared/domain/ids.ts';
import type { Cipher } from '../db/cipher.ts';
import { placeOf } from '../db/places.ts';
import type { DraftRow, UserDatabase } from '../db/user-database.ts';
import type { Draft } from '../views.ts';

export async function readDrafts(database: UserDatabase, cipher: Cipher, dossierId: DossierId): Promise<readonly Draft[]> {
  const rows = await database.drafts.where('dossierId').equals(dossierId).toArray();
  const drafts = await Promise.all(rows.map((row) => openDraft(cipher, row)));
  return drafts.sort((a, b) => b.savedAtMs - a.savedAtMs);
}

export async function readDraft(database: UserDatabase, cipher: Cipher, draftId: string): Promise<Draft | null> {
  const row = await database.drafts.get(draftId);
  return row === undefined ? null : openDraft(cipher, row);
}

/** People who were begun: no file has them, so they are looked for among all drafts, which are few. */
export async function readNewCandidateDrafts(database: UserDatabase, cipher: Cipher): Promise<readonly Draft[]> {
  const drafts = await Promise.all((await database.drafts.toArray()).map((row) => openDraft(cipher, row)));
  return drafts.filter(({ form }) => form === 'newCandidate').sort((a, b) => b.savedAtMs - a.savedAtMs);
}

/** Files that are no longer on this device, and in which something was begun. @param isHere false for a file that was withdrawn */
export async function readStrayDrafts(database: UserDatabase, cipher: Cipher, isHere: (dossierId: DossierId) => boolean): Promise<readonly DossierId[]> {
  const rows = (await database.drafts.toArray()).filter(({ dossierId }) => !isHere(dossierId));
  const drafts = await Promise.all(rows.map((row) => openDraft(cipher, row)));
  return [...new Set(drafts.flatMap(({ form, dossierId }) => (form === 'newCandidate' || form === 'groupVisit' ? [] : [dossierId])))];
}

async function openDraft(cipher: Cipher, row: DraftRow): Promise<Draft> {
  const { form, values } = (await cipher.open(placeOf.draft(row.draftId), row.box)) as Pick<Draft, 'form' | 'values'>;
  return { draftId: row.draftId, dossierId: row.dossierId, form, savedAtMs: row.savedAtMs, values };
}
