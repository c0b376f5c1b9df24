import { regionDossierId, type UserId } from '#shared/domain/ids.ts';
import { colleaguesId, colleaguesIn, type Colleague } from '#shared/domain/records/colleagues.ts';
import { regionDocumentSchema } from '#shared/domain/records/region.ts';
import type { Cipher } from '../db/cipher.ts';
import { openDossier } from '../db/dossier-content.ts';
import type { UserDatabase } from '../db/user-database.ts';

/** Who works in the region, as the server last said. */
export async function readColleagues(database: UserDatabase, cipher: Cipher): Promise<ReadonlyMap<UserId, Colleague>> {
  const row = await database.dossiers.get(regionDossierId);
  const records = row === undefined ? [] : (await openDossier(cipher, row)).records;
  const document = regionDocumentSchema.safeParse(records.find((record) => (record.recordId as string) === colleaguesId)?.groups['document']?.data);
  const people = document.success ? colleaguesIn(document.data.content) : [];
  return new Map(people.map((person) => [person.userId, person]));
}
