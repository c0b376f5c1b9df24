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

/** Files that were compared with each other, and what came of it. */
interface ComparedGroup {
  readonly files: readonly ComparedFile[];
  readonly pairs: readonly PossiblePair[];
}

/** What was compared before, by day of birth (a text) or mark (a number): a group of which every file is still the same object is not compared again. */
export type ComparedGroups = ReadonlyMap<string | number, ComparedGroup>;

export interface FoundPairs {
  readonly pairs: readonly PossiblePair[];
  /** For the next time. */
  readonly groups: ComparedGroups;
}

/** Files to look at, or comparisons to make, in one step: far below a millisecond [count]. */
const perStep = 64;

/**
 * Files that may be of one person: the same birth date and a similar name, or the same mark of a BSN. In small steps: 15,000
 * files are too much work for one, on the thread that answers keys.
 * @param decided pairs about which somebody decided before, in whatever way, are left out
 * @param before what came of the last time
 */
export function* findPairs(files: readonly ComparedFile[], decided: Iterable<JoinLine>, before: ComparedGroups): Generator<undefined, FoundPairs> {
  const known = new Set([...decided].map(({ kept, joined }) => pairKey(kept, joined)));
  const pairs = new Map<string, PossiblePair>();
  const groups = new Map<string | number, ComparedGroup>();
  for (const { because, keyOf, fits } of reasons) {
    const members = new Map<string | number, ComparedFile[]>();
    let left = perStep;
    for (const file of files) {
      const key = keyOf(file);
      if (key !== null) {
        const group = members.get(key);
        if (group === undefined) members.set(key, [file]);
        else group.push(file);
      }
      if ((left -= 1) === 0) yield void (left = perStep);
    }
    for (const [key, group] of members) {
      if (group.length === 1) continue;
      const same = before.get(key);
      const compared = same !== undefined && areSame(same.files, group) ? same : { files: group, pairs: yield* pairsAmong(group, because, fits) };
      groups.set(key, compared);
      for (const pair of compared.pairs) {
        const names = pairKey(pair.one, pair.other);
        if (!known.has(names) && !pairs.has(names)) pairs.set(names, pair);
      }
      if ((left -= 1) <= 0) yield void (left = perStep);
    }
  }
  return { pairs: [...pairs.values()], groups };
}

interface Reason {
  readonly because: PossiblePair['because'];
  readonly keyOf: (file: ComparedFile) => string | number | null;
  readonly fits: (a: ComparedFile, b: ComparedFile) => boolean;
}

const reasons: readonly Reason[] = [
  { because: 'name-and-birth-date', keyOf: ({ birthDate }) => birthDate, fits: similarNames },
  { because: 'bsn', keyOf: ({ mark }) => mark, fits: () => true },
];

function* pairsAmong(group: readonly ComparedFile[], because: PossiblePair['because'], fits: Reason['fits']): Generator<undefined, readonly PossiblePair[]> {
  const pairs: PossiblePair[] = [];
  for (const [index, a] of group.entries()) {
    for (const b of group.slice(index + 1)) {
      if (!fits(a, b)) continue;
      const [one, other] = a.dossierId < b.dossierId ? [a, b] : [b, a];
      pairs.push({ one: one.dossierId, other: other.dossierId, because });
    }
    yield undefined;
  }
  return pairs;
}

const areSame = (a: readonly ComparedFile[], b: readonly ComparedFile[]): boolean => a.length === b.length && a.every((file, index) => file === b[index]);

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
