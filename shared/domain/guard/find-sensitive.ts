import { findBsn } from './find-bsn.ts';
import type { GuardKind, GuardTerm, GuardWords } from './guard-words.ts';

export interface SensitiveFinding {
  readonly kind: GuardKind | 'bsn';
  /** Where it stands in the text [UTF-16 units]. */
  readonly start: number;
  readonly end: number;
  /** As it was written. */
  readonly found: string;
}

export type SensitiveFinder = (text: string) => readonly SensitiveFinding[];

interface Word {
  readonly text: string;
  readonly small: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

type WordTest = (word: Word) => boolean;
interface Term {
  readonly words: readonly WordTest[];
  readonly kind: GuardKind;
  readonly onlyAboutAPerson: boolean;
}

/**
 * Finds what seems to be medical, or a BSN, in what somebody writes about work. It warns and never blocks, so it may miss;
 * what it must not do is cry wolf: names of streets, people and firms are left alone.
 * @param words the region's list, compiled once for many texts
 */
export function sensitiveFinder(words: GuardWords): SensitiveFinder {
  const terms = words.terms.map(termOf);
  const allowed = words.allowed.map((term) => termOf({ term, kind: 'diagnosis' }));
  const about = words.aboutAPerson.map((term) => termOf({ term, kind: 'diagnosis' }));
  const [byFirst, others] = indexed(terms, words.terms);
  return (text) => {
    const list = wordsOf(text);
    const spansOf = (some: readonly Term[]) => list.flatMap((_, at) => some.filter((term) => fits(term, list, at)).map(({ words: { length } }) => [at, at + length - 1] as const));
    let free: readonly (readonly [number, number])[] | null = null;
    let personal: ReadonlySet<number> | null = null;
    const found: SensitiveFinding[] = [];
    for (const [at, word] of list.entries()) {
      const term = longest([...(byFirst.get(word.small) ?? []), ...others].filter((each) => fits(each, list, at)));
      if (term === undefined) continue;
      const last = at + term.words.length - 1;
      if (isName(list, at, last)) continue;
      free ??= spansOf(allowed);
      if (free.some(([from, to]) => from <= last && to >= at)) continue;
      if (term.onlyAboutAPerson) {
        personal ??= new Set(spansOf(about).map(([from]) => list[from]?.sentence ?? -1));
        if (!personal.has(word.sentence)) continue;
      }
      const end = list[last]?.end ?? word.end;
      if (found.some((each) => each.start <= word.start && each.end >= end)) continue;
      found.push({ kind: term.kind, start: word.start, end, found: text.slice(word.start, end) });
    }
    const numbers = findBsn(text).map(({ start, end }): SensitiveFinding => ({ kind: 'bsn', start, end, found: text.slice(start, end) }));
    return [...found, ...numbers].toSorted((a, b) => a.start - b.start);
  };
}

/** Hyphens and slashes part words: "burn-out", "PDD-NOS", "ADHD'er". */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let sentence = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+|[.!?\n]/gu)) {
    const [found] = match;
    if (/^[.!?\n]$/.test(found)) sentence += 1;
    else words.push({ text: found, small: found.toLowerCase(), start: match.index, end: match.index + found.length, sentence });
  }
  return words;
}

function termOf({ term, kind, onlyAboutAPerson = false }: GuardTerm): Term {
  const [open, close] = [term.startsWith('*'), term.endsWith('*')];
  const parts = term.replaceAll('*', '').split(/[ -]/);
  const capitals = term === term.toUpperCase() && /\p{Lu}/u.test(term) && !open && !close;
  const words = parts.map((part, index): WordTest => {
    if (capitals) return ({ text }) => text === part;
    const small = part.toLowerCase();
    if (open && index === 0 && close && parts.length === 1) return (word) => word.small.includes(small);
    if (open && index === 0) return (word) => word.small.endsWith(small);
    if (close && index === parts.length - 1) return (word) => word.small.startsWith(small);
    return (word) => word.small === small;
  });
  return { words, kind, onlyAboutAPerson };
}

/** Most terms begin with a whole word: looked up by it, so that ten thousand letters take a few milliseconds. */
function indexed(terms: readonly Term[], source: readonly GuardTerm[]): readonly [ReadonlyMap<string, readonly Term[]>, readonly Term[]] {
  const byFirst = new Map<string, Term[]>();
  const others: Term[] = [];
  for (const [index, term] of terms.entries()) {
    const text = source[index]?.term ?? '';
    const first = text.split(/[ -]/)[0]?.toLowerCase() ?? '';
    if (first.includes('*')) others.push(term);
    else byFirst.set(first, [...(byFirst.get(first) ?? []), term]);
  }
  return [byFirst, others];
}

/** The words stand there in that order, in one sentence. */
function fits({ words }: Term, list: readonly Word[], at: number): boolean {
  const sentence = list[at]?.sentence;
  return words.every((test, index) => {
    const word = list[at + index];
    return word !== undefined && word.sentence === sentence && test(word);
  });
}

const longest = (terms: readonly Term[]): Term | undefined => terms.toSorted((a, b) => b.words.length - a.words.length)[0];

const streetEnding = /(straat|laan|weg|plein|kade|hof|dreef|singel|gracht|pad|steeg|dijk|park|plantsoen|dwarsstraat|poort|ring|erf|akker|veld)$/;
const titles = new Set(['heer', 'mevrouw', 'meneer', 'mevr', 'dhr', 'mw', 'mr', 'familie', 'fam', 'dokter', 'dr', 'professor', 'stichting', 'bedrijf', 'firma', 'bv', 'vereniging']);
const firms = new Set(['bv', 'nv', 'vof', 'fonds', 'groep', 'stichting']);

/** A street, a person or a firm that is called like an illness: "Parkinsonlaan", "Psychiater Pompestraat", "mevrouw Griep". */
function isName(list: readonly Word[], at: number, last: number): boolean {
  const written = (index: number): string => list[index]?.text ?? '';
  if (streetEnding.test(list[last]?.small ?? '') && /^\p{Lu}/u.test(written(last))) return true;
  const street = [last + 1, last + 2].some((index) => /^\p{Lu}/u.test(written(index)) && streetEnding.test(list[index]?.small ?? ''));
  if (street && /^\p{Lu}/u.test(written(at))) return true;
  const capital = /^\p{Lu}\p{Ll}/u.test(written(at));
  if (!capital) return false;
  const before = [at - 1, at - 2].map((index) => list[index]).filter((word) => word?.sentence === list[at]?.sentence);
  return (titles.has(before[0]?.small ?? '') || (titles.has(before[1]?.small ?? '') && /^(de|den|der|het|ten|ter|te|van)$/.test(before[0]?.small ?? ''))) || firms.has(list[last + 1]?.small ?? '');
}
