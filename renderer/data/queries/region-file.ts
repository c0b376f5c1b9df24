import { regionDossierId, type UserId } from '#shared/domain/ids.ts';
import type { Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { RecordView, RegionFile } from '../views.ts';
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

/** A person's own certificate. Made on two devices at once there are two: the one that is valid longest is theirs. */
export function ownCertificate({ certificates }: RegionFile, userId: UserId): RecordView<'certificate'> | null {
  const own = certificates.filter(({ groups }) => groups.certificate?.holderId === userId);
  return own.toSorted((a, b) => (a.groups.certificate?.validThrough ?? '').localeCompare(b.groups.certificate?.validThrough ?? '')).at(-1) ?? null;
}
