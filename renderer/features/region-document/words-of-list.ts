import { guardKinds, guardWordsSchema, type GuardWords } from '#shared/domain/guard/guard-words.ts';
import { z } from 'zod';

/** One box of the list: words of a kind that always count, those that count beside a word about a person, and the two that are no kind. */
export type WordBox = `${(typeof guardKinds)[number]}.${'always' | 'person'}` | 'aboutAPerson' | 'allowed';

export const wordBoxes: readonly WordBox[] = [...guardKinds.flatMap((kind): readonly WordBox[] => [`${kind}.always`, `${kind}.person`]), 'aboutAPerson', 'allowed'];

/** What a box holds as text, a word or some words a line. */
export type WordTexts = Readonly<Record<WordBox, string>>;

// What is typed is looser than what may be published: what is wrong with it is said when it is looked over.
const loose = guardWordsSchema.extend({ terms: z.array(z.looseObject({ term: z.string(), kind: z.enum(guardKinds), onlyAboutAPerson: z.boolean().optional() })), aboutAPerson: z.array(z.string()), allowed: z.array(z.string()) });

/** @returns null when the text is no list of words */
export function textsIn(json: string): WordTexts | null {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return null;
  }
  const parsed = loose.safeParse(content);
  if (!parsed.success) return null;
  const { terms, aboutAPerson, allowed } = parsed.data;
  const of = (box: WordBox): readonly string[] => {
    if (box === 'aboutAPerson') return aboutAPerson;
    if (box === 'allowed') return allowed;
    const [kind, when] = box.split('.');
    return terms.flatMap((term) => (term.kind === kind && (term.onlyAboutAPerson === true) === (when === 'person') ? [term.term] : []));
  };
  return Object.fromEntries(wordBoxes.map((box) => [box, of(box).join('\n')])) as unknown as WordTexts;
}

/** The list as it is published. Each word once in its box, empty lines left out. */
export function jsonOf({ id, version }: Pick<GuardWords, 'id' | 'version'>, texts: WordTexts): string {
  const wordsOf = (box: WordBox) => [...new Set(texts[box].split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
  const terms = guardKinds.flatMap((kind) => [
    ...wordsOf(`${kind}.always`).map((term) => ({ term, kind })),
    ...wordsOf(`${kind}.person`).map((term) => ({ term, kind, onlyAboutAPerson: true })),
  ]);
  return JSON.stringify({ id, version, terms, aboutAPerson: wordsOf('aboutAPerson'), allowed: wordsOf('allowed') }, null, 2);
}
