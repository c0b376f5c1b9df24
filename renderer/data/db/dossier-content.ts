import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { Cipher } from './cipher.ts';
import { placeOf } from './places.ts';
import type { DossierRow } from './user-database.ts';

/** The records of one dossier, boxed together: the unit in which things change. */
export interface DossierContent {
  readonly records: readonly StoredRecord[];
}

export async function openDossier(cipher: Cipher, row: DossierRow): Promise<DossierContent> {
  return (await cipher.open(placeOf.dossier(row.dossierId), row.box)) as DossierContent;
}

/**
 * Lays the records of a page over those that are stored. A row older than the stored one changes nothing [PULL5]: an
 * answer that was overtaken on the way must not bring back yesterday.
 */
export function mergeRecords(stored: readonly StoredRecord[], arrived: readonly StoredRecord[]): readonly StoredRecord[] {
  // Nearly all that a first sync brings: nothing is here, and nothing comes twice.
  if (stored.length === 0 && arrived.length <= fewRecords && areDistinct(arrived)) return arrived;
  const merged = new Map(stored.map((record) => [record.recordId, record]));
  for (const record of arrived) {
    const known = merged.get(record.recordId);
    if (known === undefined || record.n >= known.n) merged.set(record.recordId, record);
  }
  return [...merged.values()];
}

/** So few that comparing each with each is less work than a map [count]. */
const fewRecords = 12;

const areDistinct = (records: readonly StoredRecord[]): boolean => records.every(({ recordId }, at) => !records.some((other, before) => before < at && other.recordId === recordId));
