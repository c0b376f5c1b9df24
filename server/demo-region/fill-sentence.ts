import type { Pronoun } from './names.ts';

export type SentenceWords = Readonly<Record<string, string>>;

/** The words for one candidate. @param work words of the work place, where there is one */
export function wordsFor(givenName: string, pronoun: Pronoun, work: SentenceWords = {}): SentenceWords {
  const her = pronoun === 'zij';
  const own = { naam: givenName, hij: pronoun, zijn: her ? 'haar' : 'zijn', hem: her ? 'haar' : 'hem' };
  return { ...own, ...work };
}

/**
 * `{hij}` by its word, `{Hij}` by the same with a capital.
 * @throws RangeError for a word that is not there: a note with a hole in it must not reach a screen
 */
export function fillSentence(sentence: string, words: SentenceWords): string {
  return sentence.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const exact = words[name];
    if (exact !== undefined) return exact;
    const lower = words[name.charAt(0).toLowerCase() + name.slice(1)];
    if (lower === undefined) throw new RangeError(`fillSentence: no word for {${name}} in "${sentence}"`);
    return lower.charAt(0).toUpperCase() + lower.slice(1);
  });
}
