import type { DossierId } from '#shared/domain/ids.ts';
import type { Cipher } from './cipher.ts';
import { openDossier } from './dossier-content.ts';
import { recountTally } from './recount-tally.ts';
import { emptyTally, replaceTally, tallyOf } from './tally.ts';
import type { DossierRow, UserDatabase } from './user-database.ts';

/** `fetching`: it is not to be read here, and the next pull brings it anew. `again`: it was brought anew, and is damaged once more. */
export type MendedFile = 'whole' | 'fetching' | 'again';

/** Looks whether a file is what it is counted for, and sees to it that it is fetched when it is not. */
export type MendDossier = (dossierId: DossierId) => Promise<MendedFile>;

/**
 * The sum that is compared with the server is one of readable numbers: it agrees with it also when the box beside them is damaged,
 * and then nothing would ever be fetched again. So a box that does not open, or holds other rows than are counted for it, counts for
 * nothing from here on: the next whole pull differs, and fetches everything anew [DIG3] [DIG4]. What waits to be sent lies elsewhere.
 * Once for each file while the device is unlocked: a disk that spoils what was just fetched must not fetch for ever.
 * @param wake tells the sync loop that there is something to fetch
 */
export function createMendDossier(database: UserDatabase, cipher: Cipher, wake: () => void): MendDossier {
  const tried = new Map<DossierId, string>();
  return async (dossierId) => {
    const row = await database.dossiers.get(dossierId);
    if (row === undefined) {
      // Gone, and maybe counted still: then the whole sum is wrong.
      if (tried.has(dossierId)) return 'again';
      tried.set(dossierId, '');
      if ((await recountTally(database)) === false) wake();
      return 'fetching';
    }
    if (await isWhole(cipher, row)) return 'whole';
    const before = tried.get(dossierId);
    if (before !== undefined) return before === nameOf(row) ? 'fetching' : 'again';
    tried.set(dossierId, nameOf(row));
    await countForNothing(database, row);
    wake();
    return 'fetching';
  };
}

async function isWhole(cipher: Cipher, row: DossierRow): Promise<boolean> {
  try {
    const { rows, xor } = tallyOf((await openDossier(cipher, row)).records);
    return row.tally.rows === rows && row.tally.xor === xor;
  } catch {
    return false;
  }
}

async function countForNothing(database: UserDatabase, seen: DossierRow): Promise<void> {
  await database.transaction('rw', [database.dossiers, database.position], async () => {
    const [now, position] = [await database.dossiers.get(seen.dossierId), await database.position.get('position')];
    // Fetched meanwhile; or everything is being fetched, and this is of before that.
    if (now === undefined || position === undefined || nameOf(now) !== nameOf(seen) || now.generation !== position.generation) return;
    await database.dossiers.update(seen.dossierId, { tally: emptyTally });
    await database.position.update('position', { tally: replaceTally(position.tally, now.tally, emptyTally), digestAgrees: null });
  });
}

/** Every box that was written has another beginning: its nonce. */
const nameOf = ({ box }: DossierRow): string => box.subarray(0, 13).join('.');
