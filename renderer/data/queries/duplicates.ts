import { bsnMark, findPairs, pairKey, possiblySame, type ComparedFile, type ComparedGroups, type PossiblePair } from '#shared/domain/candidate/duplicates.ts';
import { isBsn } from '#shared/domain/bsn.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import type { Cipher } from '../db/cipher.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { Live, Loaded } from '../live.ts';
import { beginSlices } from '../slices.ts';
import type { CaseloadRow, CaseloadState, DuplicatePair, NewPerson, SamePerson } from '../views.ts';
import { readDossier } from './dossier.ts';

export interface Duplicates {
  readonly live: Live<Loaded<readonly DuplicatePair[]>>;
  sameAs(entry: NewPerson): Promise<readonly SamePerson[]>;
}

const filesOfRows = new WeakMap<CaseloadRow, ComparedFile>();

/** "Jansen, Fatima el" as two names; the same object for a row as long as it stays the same. */
function comparedOf(row: CaseloadRow): ComparedFile {
  const known = filesOfRows.get(row);
  if (known !== undefined) return known;
  const [familyName = '', givenName = ''] = row.name.split(', ');
  const file: ComparedFile = { dossierId: row.dossierId, givenName, familyName, birthDate: row.birthDate, mark: row.bsnMark ?? null };
  filesOfRows.set(row, file);
  return file;
}

/**
 * What is kept or pulled is mostly a visit, and no visit makes two files of one person: then nothing is compared.
 * A line that was made anew is from now on known as the same file.
 */
function compareAlike(rows: readonly CaseloadRow[], before: readonly CaseloadRow[]): boolean {
  if (rows.length !== before.length) return false;
  return rows.every((row, place) => {
    const was = before[place];
    if (row === was) return true;
    if (was === undefined || row.dossierId !== was.dossierId || row.name !== was.name || row.birthDate !== was.birthDate || row.bsnMark !== was.bsnMark || !sameJoins(row, was)) return false;
    filesOfRows.set(row, comparedOf(was));
    return true;
  });
}

const sameJoins = (a: CaseloadRow, b: CaseloadRow): boolean => a.joins === b.joins || JSON.stringify(a.joins) === JSON.stringify(b.joins);

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
  let isLooking = false;
  /** The lines of which the state tells; null when something of them could not be read. */
  let seen: readonly CaseloadRow[] | null = null;
  let compared: ComparedGroups = new Map();
  let last: { readonly rows: readonly CaseloadRow[]; readonly pairs: readonly PossiblePair[] } | null = null;

  // One file that does not open must not keep the other pairs from being shown: then its number is not known.
  const bsnOf = (dossierId: DossierId): Promise<string | null> => readDossier(database, cipher, dossierId).then((file) => file?.candidate?.groups.bsn?.bsn ?? null, () => null);
  const isSame = async ({ one, other }: PossiblePair, rows: ReadonlyMap<DossierId, CaseloadRow>): Promise<boolean | 'unknown'> => {
    const key = `${pairKey(one, other)} ${rows.get(one)?.bsnMark ?? ''} ${rows.get(other)?.bsnMark ?? ''}`;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const [a, b] = await Promise.all([bsnOf(one), bsnOf(other)]);
    if (a === null || b === null) return 'unknown';
    verdicts.set(key, a === b);
    return a === b;
  };

  /** Every screen of a file asks, and 15,000 lines are much to compare: in slices, and only what changed since. */
  const compare = async (rows: readonly CaseloadRow[]): Promise<readonly PossiblePair[]> => {
    if (last !== null && compareAlike(rows, last.rows)) return last.pairs;
    const slices = beginSlices();
    // Whatever told of the lines draws them first.
    await slices.rest();
    const files: ComparedFile[] = [];
    for (const row of rows) {
      files.push(comparedOf(row));
      if (slices.isOver()) await slices.rest();
    }
    const steps = findPairs(files, rows.flatMap((row) => row.joins ?? []), compared);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        compared = step.value.groups;
        return step.value.pairs;
      }
      if (slices.isOver()) await slices.rest();
    }
  };
  const lookAt = async (rows: readonly CaseloadRow[]): Promise<void> => {
    const possible = await compare(rows);
    last = { rows, pairs: possible };
    const asked = new Set(possible.flatMap(({ one, other }) => [one, other]));
    const byId = new Map<DossierId, CaseloadRow>();
    if (asked.size > 0) for (const row of rows) if (asked.has(row.dossierId)) byId.set(row.dossierId, row);
    const pairs: DuplicatePair[] = [];
    let isKnown = true;
    for (const pair of possible) {
      const [one, other] = [byId.get(pair.one), byId.get(pair.other)];
      if (one === undefined || other === undefined) continue;
      const isOne = pair.because === 'bsn' ? await isSame(pair, byId) : true;
      if (isOne === 'unknown') isKnown = false;
      else if (isOne) pairs.push({ one, other, because: pair.because });
    }
    // The lines moved on meanwhile: this was never true of what is shown.
    if (rows !== everything()) return;
    seen = isKnown ? rows : null;
    if (state.kind === 'ready' && samePairs(state.value, pairs)) return;
    state = { kind: 'ready', value: pairs };
    for (const listener of listeners) listener();
  };
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (let looked: readonly CaseloadRow[] | null = seen; caseload.current().kind === 'ready' && everything() !== looked && listeners.size > 0; ) {
        looked = everything();
        await lookAt(looked);
      }
    } finally {
      isLooking = false;
    }
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

const samePairs = (a: readonly DuplicatePair[], b: readonly DuplicatePair[]): boolean =>
  a.length === b.length && a.every(({ one, other, because }, place) => one === b[place]?.one && other === b[place].other && because === b[place].because);
