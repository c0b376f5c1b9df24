import { bsnMark, pairKey, possiblePairs, possiblySame, type ComparedFile, type PossiblePair } from '#shared/domain/candidate/duplicates.ts';
import { isBsn } from '#shared/domain/bsn.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import type { Cipher } from '../db/cipher.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { Live, Loaded } from '../live.ts';
import type { CaseloadRow, CaseloadState, DuplicatePair, NewPerson, SamePerson } from '../views.ts';
import { readDossier } from './dossier.ts';

export interface Duplicates {
  readonly live: Live<Loaded<readonly DuplicatePair[]>>;
  sameAs(entry: NewPerson): Promise<readonly SamePerson[]>;
}

const compared = new WeakMap<CaseloadRow, ComparedFile>();

/** "Jansen, Fatima el" as two names; the same object for a row as long as it stays the same. */
function comparedOf(row: CaseloadRow): ComparedFile {
  const known = compared.get(row);
  if (known !== undefined) return known;
  const [familyName = '', givenName = ''] = row.name.split(', ');
  const file: ComparedFile = { dossierId: row.dossierId, givenName, familyName, birthDate: row.birthDate, mark: row.bsnMark ?? null };
  compared.set(row, file);
  return file;
}

/**
 * Files of this device that may be of one person, kept up to date with the caseload: also when the second one comes in by a
 * pull. Numbers are compared here and nowhere else, and only where marks are equal [JOIN4].
 * @param everything every line, those of joined files included
 */
export function openDuplicates(database: UserDatabase, cipher: Cipher, caseload: Live<CaseloadState>, everything: () => readonly CaseloadRow[]): Duplicates {
  let state: Loaded<readonly DuplicatePair[]> = { kind: 'loading' };
  const listeners = new Set<() => void>();
  const verdicts = new Map<string, boolean>();
  let stop: (() => void) | null = null;
  let turn = 0;

  // One file that does not open must not keep the other pairs from being shown: then its number is not known.
  const bsnOf = (dossierId: DossierId): Promise<string | null> => readDossier(database, cipher, dossierId).then((file) => file?.candidate?.groups.bsn?.bsn ?? null, () => null);
  const isSame = async ({ one, other }: PossiblePair, rows: ReadonlyMap<DossierId, CaseloadRow>): Promise<boolean> => {
    const key = `${pairKey(one, other)} ${rows.get(one)?.bsnMark ?? ''} ${rows.get(other)?.bsnMark ?? ''}`;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const [a, b] = await Promise.all([bsnOf(one), bsnOf(other)]);
    if (a !== null && b !== null) verdicts.set(key, a === b);
    return a !== null && a === b;
  };

  const look = async (): Promise<void> => {
    const mine = (turn += 1);
    if (caseload.current().kind !== 'ready') return;
    const rows = everything();
    const byId = new Map(rows.map((row) => [row.dossierId, row]));
    const pairs: DuplicatePair[] = [];
    for (const pair of possiblePairs(rows.map(comparedOf), rows.flatMap((row) => row.joins ?? []))) {
      const [one, other] = [byId.get(pair.one), byId.get(pair.other)];
      if (one === undefined || other === undefined || (pair.because === 'bsn' && !(await isSame(pair, byId)))) continue;
      pairs.push({ one, other, because: pair.because });
    }
    if (mine !== turn) return;
    state = { kind: 'ready', value: pairs };
    for (const listener of listeners) listener();
  };

  return {
    live: {
      current: () => state,
      subscribe(changed) {
        listeners.add(changed);
        if (stop === null) {
          stop = caseload.subscribe(() => void look());
          void look();
        }
        return () => {
          listeners.delete(changed);
          if (listeners.size > 0) return;
          stop?.();
          stop = null;
        };
      },
    },
    async sameAs({ givenName, familyName, birthDate, bsn }) {
      const entry = { givenName, familyName, birthDate, mark: isBsn(bsn) ? bsnMark(bsn) : null };
      const rows = everything();
      const found: SamePerson[] = [];
      for (const { file, because } of possiblySame(entry, rows.map(comparedOf))) {
        const row = rows.find(({ dossierId }) => dossierId === file.dossierId);
        const sameBsn = file.mark !== null && file.mark === entry.mark && (await bsnOf(file.dossierId)) === bsn;
        if (row !== undefined && (sameBsn || because === 'name-and-birth-date')) found.push({ row, because: sameBsn ? 'bsn' : 'name-and-birth-date' });
      }
      return found;
    },
  };
}
