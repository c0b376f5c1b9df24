import type { RecordId } from './ids.ts';

/** What a final record says of the ones it takes the place of. */
export interface Replacing {
  readonly corrects: RecordId | null;
  /** More than one stood beside the other: the new version replaces them all. */
  readonly alsoReplaces?: readonly RecordId[] | undefined;
}

/** A final record with its place in the order in which the region got to know of the records. */
export interface PlacedVersion<Facts extends Replacing> {
  readonly recordId: RecordId;
  readonly facts: Facts;
  /** Compared as text: the server's order, what was not sent yet last. Never a device's clock. */
  readonly order: string;
}

/** Where one version stands among the others of the same thing. */
export interface RecordVersion<Version> {
  /** "2"; "2a" and "2b" where two devices made a second version apart. */
  readonly name: string;
  readonly replaces: readonly Version[];
  /** Named as replaced, but not in this file (any more). */
  readonly replacesUnknown: readonly RecordId[];
  readonly replacedBy: readonly Version[];
  /** Of a version that holds: the others that hold as well, because those who made them did not know of it. */
  readonly beside: readonly Version[];
}

/** What a record says that it takes the place of. */
export function replacedIn({ corrects, alsoReplaces }: Replacing): readonly RecordId[] {
  return corrects === null ? [] : [corrects, ...(alsoReplaces ?? [])];
}

/**
 * Versions that were made without a connection may have one number, and nothing makes one of them false: people signed each.
 * So a number is kept, a letter tells them apart in the order of their arrival, and they stand beside one another until a
 * version is made that replaces them all.
 * @param family every version of one thing, in any order
 * @param numberOf the number of a version, from 1 [count]
 */
export function versionsOf<Version extends PlacedVersion<Replacing>>(family: readonly Version[], numberOf: (version: Version) => number): ReadonlyMap<RecordId, RecordVersion<Version>> {
  const ordered = family.toSorted(byOrder);
  const byId = new Map(ordered.map((version) => [version.recordId, version]));
  const replacing = (recordId: RecordId) => ordered.filter(({ facts }) => replacedIn(facts).includes(recordId));
  const holding = ordered.filter(({ recordId }) => replacing(recordId).length === 0);
  const nameOf = (version: Version): string => {
    const number = numberOf(version);
    const same = ordered.filter((each) => numberOf(each) === number);
    return same.length === 1 ? String(number) : `${number}${letterOf(same.indexOf(version))}`;
  };
  return new Map(
    ordered.map((version) => {
      const named = replacedIn(version.facts);
      const replacedBy = replacing(version.recordId);
      return [
        version.recordId,
        {
          name: nameOf(version),
          replaces: named.flatMap((id) => byId.get(id) ?? []),
          replacesUnknown: named.filter((id) => !byId.has(id)),
          replacedBy,
          beside: replacedBy.length > 0 ? [] : holding.filter((each) => each !== version),
        },
      ] as const;
    }),
  );
}

/** a, b, … z, and aa after it. @param index from 0 */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

function byOrder(a: PlacedVersion<Replacing>, b: PlacedVersion<Replacing>): number {
  const [first, second] = [`${a.order} ${a.recordId}`, `${b.order} ${b.recordId}`];
  return first < second ? -1 : first > second ? 1 : 0;
}
