import { regionDossierId } from '#shared/domain/ids.ts';
import type { Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { RegionFile } from '../views.ts';
import { foldDossier, ofKind } from './fold-dossier.ts';
import { openOutbox } from './open-outbox.ts';

/** The region's own dossier; empty on a device that has not met the server yet. */
export async function readRegionFile(database: UserDatabase, cipher: Cipher): Promise<RegionFile> {
  const [row, outbox, receipts] = await database.transaction('r', [database.dossiers, database.outbox, database.receipts], () =>
    Promise.all([
      database.dossiers.get(regionDossierId),
      database.outbox.where('dossierId').equals(regionDossierId).toArray(),
      database.receipts.where('dossierId').equals(regionDossierId).toArray(),
    ]),
  );
  const records = row === undefined ? [] : (await openDossier(cipher, row)).records;
  const views = foldDossier({ records, pending: await openOutbox(cipher, outbox), receipts });
  return { documents: ofKind(views, 'regionDocument'), certificates: ofKind(views, 'certificate') };
}
