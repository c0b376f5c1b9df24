import type { DossierId } from '#shared/domain/ids.ts';
import type { SearchPart } from './searchable-text.ts';

/** One file, ready to be searched. */
export interface SearchFile {
  readonly dossierId: DossierId;
  readonly title: string;
  readonly isCandidate: boolean;
  readonly bsn: string | null;
  readonly parts: readonly SearchPart[];
  /** Title and texts, folded, in one: most files are passed over by looking at this alone. */
  readonly folded: string;
}

export interface SearchHit {
  readonly dossierId: DossierId;
  readonly title: string;
  readonly isCandidate: boolean;
  readonly part: Pick<SearchPart, 'kind' | 'recordId' | 'on'>;
  /** The words around the first find; empty when the name or the BSN was found. */
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Files in which all words occur [count]. */
  readonly files: number;
}

/** Characters shown before and after a find [count]. */
const around = 60;
const mostHits = 60;
const mostPerFile = 3;

/**
 * Every word must occur somewhere in a file. Files whose name has all the words come first, then those with the newest
 * record that has one of them. Pure; no pattern is made of what is typed.
 * @param words folded @param fold without case and marks, one character for one, so that places stay places
 */
export function findInTexts(files: Iterable<SearchFile>, words: readonly string[], fold: (text: string) => string): SearchAnswer {
  if (words.length === 0) return { hits: [], files: 0 };
  const wholeBsn = words.length === 1 && /^\d{9}$/.test(words[0] ?? '') ? words[0] : undefined;
  const found: { readonly file: SearchFile; readonly byName: boolean; readonly hits: readonly SearchHit[]; readonly newest: string }[] = [];
  for (const file of files) {
    const byBsn = wholeBsn !== undefined && file.bsn === wholeBsn;
    if (!byBsn && !words.every((word) => file.folded.includes(word))) continue;
    const title = fold(file.title);
    const byName = byBsn || words.every((word) => title.includes(word));
    const hits = byName ? [nameHit(file)] : hitsIn(file, words, fold);
    found.push({ file, byName, hits, newest: hits.reduce((newest, { part }) => (part.on !== null && part.on > newest ? part.on : newest), '') });
  }
  found.sort((a, b) => {
    if (a.byName !== b.byName) return a.byName ? -1 : 1;
    if (!a.byName && a.newest !== b.newest) return a.newest < b.newest ? 1 : -1;
    return a.file.title < b.file.title ? -1 : 1;
  });
  return { hits: found.flatMap(({ hits }) => hits).slice(0, mostHits), files: found.length };
}

function nameHit(file: SearchFile): SearchHit {
  const part = file.parts.find(({ kind }) => kind === 'candidate' || kind === 'employer') ?? file.parts[0];
  return { ...headOf(file), part: part ?? { kind: 'candidate', recordId: file.dossierId as never, on: null }, before: '', match: '', after: '' };
}

/** The newest records first; one that has more of the words before one that has fewer. */
function hitsIn(file: SearchFile, words: readonly string[], fold: (text: string) => string): readonly SearchHit[] {
  const scored: { readonly hit: SearchHit; readonly words: number; readonly on: string }[] = [];
  for (const part of file.parts) {
    const folded = fold(part.text);
    const inIt = words.filter((word) => folded.includes(word));
    const [first] = inIt;
    if (first === undefined) continue;
    const at = folded.indexOf(first);
    // Folding may shorten a text (a mark of its own falls away); then the place is only nearly right, and nothing is lost.
    const from = beginOfWord(part.text, Math.max(0, at - around));
    const hit = { ...headOf(file), part, before: (from > 0 ? '…' : '') + part.text.slice(from, at), match: part.text.slice(at, at + first.length), after: endAt(part.text, at + first.length) };
    scored.push({ hit, words: inIt.length, on: part.on ?? '' });
  }
  return scored.sort((a, b) => b.words - a.words || (a.on < b.on ? 1 : -1)).slice(0, mostPerFile).map(({ hit }) => hit);
}

const headOf = ({ dossierId, title, isCandidate }: SearchFile) => ({ dossierId, title, isCandidate });

function beginOfWord(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + 15 ? at : space + 1;
}

function endAt(text: string, from: number): string {
  const end = Math.min(text.length, from + around);
  return text.slice(from, end) + (end < text.length ? '…' : '');
}
