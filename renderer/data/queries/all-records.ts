import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import type { UserDatabase } from '../db/user-database.ts';
import { foldPendingRecords } from './fold-dossier.ts';
import { openOutbox } from './open-outbox.ts';

/** Every record on this device, its own waiting work included, from one read transaction: figures must be of one moment. */
export async function readAllRecords(database: UserDatabase, cipher: Cipher): Promise<readonly StoredRecord[]> {
  const [rows, outbox] = await database.transaction('r', [database.dossiers, database.outbox], () =>
    Promise.all([database.dossiers.toArray(), database.outbox.toArray()]),
  );
  const records = (await Promise.all(rows.map(async (row) => (await openDossier(cipher, row)).records))).flat();
  return outbox.length === 0 ? records : foldPendingRecords(records, await openOutbox(cipher, outbox));
}
