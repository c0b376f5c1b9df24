import type { DossierId } from '../ids.ts';
import type { JoinLine } from '../../sync/joins.ts';
import { similarNames, type ComparedName } from './similar-names.ts';

/**
 * A mark of a BSN that about ninety people of the country share: enough to find the few files worth comparing, too little to
 * know the number. It never leaves the device [JOIN4], and is only made where its person may read a BSN.
 */
export function bsnMark(bsn: string): number {
  return Number(bsn) % largestPrimeOfTwentyBits;
}
const largestPrimeOfTwentyBits = 1_048_573;

/** One file, as far as it takes part in a comparison. */
export interface ComparedFile extends ComparedName {
  readonly dossierId: DossierId;
  /** 'YYYY-MM-DD' */
  readonly birthDate: string | null;
  readonly mark: number | null;
}

/** `bsn`: the marks are equal, and the numbers themselves are still to be compared. */
export interface PossiblePair {
  readonly one: DossierId;
  readonly other: DossierId;
  readonly because: 'bsn' | 'name-and-birth-date';
}

/**
 * Files that may be of one person: the same birth date and a similar name, or the same mark of a BSN.
 * @param decided pairs about which somebody decided before, in whatever way, are left out
 */
export function possiblePairs(files: readonly ComparedFile[], decided: Iterable<JoinLine>): readonly PossiblePair[] {
  const known = new Set([...decided].map(({ kept, joined }) => pairKey(kept, joined)));
  const pairs = new Map<string, PossiblePair>();
  const look = (group: readonly ComparedFile[], because: PossiblePair['because'], fits: (a: ComparedFile, b: ComparedFile) => boolean): void => {
    for (const [index, a] of group.entries()) {
      for (const b of group.slice(index + 1)) {
        const key = pairKey(a.dossierId, b.dossierId);
        if (known.has(key) || !fits(a, b)) continue;
        const [one, other] = a.dossierId < b.dossierId ? [a, b] : [b, a];
        if (!pairs.has(key)) pairs.set(key, { one: one.dossierId, other: other.dossierId, because });
      }
    }
  };
  for (const group of grouped(files, ({ birthDate }) => birthDate)) look(group, 'name-and-birth-date', similarNames);
  for (const group of grouped(files, ({ mark }) => mark)) look(group, 'bsn', () => true);
  return [...pairs.values()];
}

export interface PossiblySame {
  readonly file: ComparedFile;
  readonly because: PossiblePair['because'];
}

/** The files that may be of the person who is being typed in, with what speaks for each. */
export function possiblySame(entry: ComparedName & Pick<ComparedFile, 'birthDate' | 'mark'>, files: readonly ComparedFile[]): readonly PossiblySame[] {
  return files.flatMap((file): readonly PossiblySame[] => {
    if (entry.birthDate !== null && file.birthDate === entry.birthDate && entry.familyName !== '' && similarNames(entry, file)) return [{ file, because: 'name-and-birth-date' }];
    return entry.mark !== null && file.mark === entry.mark ? [{ file, because: 'bsn' }] : [];
  });
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function grouped<Key>(files: readonly ComparedFile[], keyOf: (file: ComparedFile) => Key | null): Iterable<readonly ComparedFile[]> {
  const groups = new Map<Key, ComparedFile[]>();
  for (const file of files) {
    const key = keyOf(file);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
