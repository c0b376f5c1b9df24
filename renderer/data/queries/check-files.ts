import type { DossierId } from '#shared/domain/ids.ts';
import type { Cipher } from '../db/cipher.ts';
import type { MendDossier } from '../db/mend-dossiers.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { CheckedFile } from '../views.ts';
import { readDossier } from './dossier.ts';

/**
 * Opens each file as the screen would, so that "staat op deze laptop" is something that was tried and not something that
 * was assumed: a box that does not open is found the evening before, and fetched anew, not on the work floor.
 */
export function checkFiles(database: UserDatabase, cipher: Cipher, mend: MendDossier, dossierIds: readonly DossierId[]): Promise<readonly CheckedFile[]> {
  return Promise.all(
    dossierIds.map(async (dossierId): Promise<CheckedFile> => {
      try {
        const mended = await mend(dossierId);
        const dossier = await readDossier(database, cipher, dossierId);
        if (dossier === null || dossier.candidate === null) return { dossierId, state: 'missing' };
        if (mended !== 'whole') return { dossierId, state: mended === 'again' ? 'unreadable-again' : 'unreadable' };
        return { dossierId, state: dossier.attachments.some(({ content }) => content?.state === 'damaged') ? 'photo-damaged' : 'complete' };
      } catch {
        return { dossierId, state: (await mend(dossierId).catch(() => 'fetching' as const)) === 'again' ? 'unreadable-again' : 'unreadable' };
      }
    }),
  );
}
