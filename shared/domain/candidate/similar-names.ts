/** A name as far as it takes part in a comparison. */
export interface ComparedName {
  readonly givenName: string;
  /** Without its prefix. */
  readonly familyName: string;
}

/**
 * Could these two be one person's name, written down by two people? Accents, capitals, hyphens and a slip of the finger do
 * not count, nor that one wrote the double name and the other half of it, nor that the two fields were exchanged.
 * Says so rather once too often: a person looks.
 */
export function similarNames(a: ComparedName, b: ComparedName): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  const fits = (given: readonly string[], family: readonly string[]): boolean => given.some((each) => two.given.some((other) => alike(each, other) || isInitialOf(each, other))) && family.some((each) => two.family.some((other) => alike(each, other)));
  return fits(one.given, one.family) || fits(one.family, one.given);
}

interface NameWords {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** Taking a name apart costs more than comparing it, and each is compared with several. */
const taken = new WeakMap<ComparedName, NameWords>();

function wordsOf(name: ComparedName): NameWords {
  const known = taken.get(name);
  if (known !== undefined) return known;
  const words = { given: split(name.givenName).slice(0, 1), family: split(name.familyName) };
  taken.set(name, words);
  return words;
}

/** Prefixes are no part of a name here: people forget them, and write them in the other field. */
const prefixes = new Set(['van', 'de', 'der', 'den', 'het', 't', 'ten', 'ter', 'te', 'el', 'al', 'la', 'le', 'von', 'da', 'dos', 'in', 'op', 'bin', 'ben']);

function split(name: string): readonly string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ij', 'y')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const significant = words.filter((word) => !prefixes.has(word));
  return significant.length > 0 ? significant : words;
}

const isInitialOf = (a: string, b: string): boolean => (a.length === 1 || b.length === 1) && a[0] === b[0];

/** One slip in a short word, two in a long one; words of three letters and less must be the same. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  const allowed = longest <= 3 ? 0 : longest <= 6 ? 1 : 2;
  return Math.abs(a.length - b.length) <= allowed && slips(a, b) <= allowed;
}

/** Letters to add, drop, change or exchange with their neighbour (optimal string alignment). */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
