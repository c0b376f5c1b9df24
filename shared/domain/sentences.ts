import { isDay } from '../lib/calendar.ts';
import { toDutchDay } from '../lib/loose-day.ts';
import en from './sentences/en.json' with { type: 'json' };
import nl from './sentences/nl.json' with { type: 'json' };

export type SentenceLanguage = 'nl' | 'en';
export type SentenceParams = Readonly<Record<string, string | number>>;

const catalogues: Readonly<Record<SentenceLanguage, Readonly<Record<string, string>>>> = { nl, en };

/**
 * What a violation says to a person, the same on the screen and in the server's answer.
 * @param code as in `Violation`; a code of a newer release gets the general sentence
 */
export function sentenceOf(code: string, params: SentenceParams = {}, language: SentenceLanguage = 'nl'): string {
  const catalogue = catalogues[language];
  const sentence = catalogue[code] ?? catalogue['value.invalid'] ?? code;
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => inNotation(params[name] ?? '', language));
}

export function hasSentence(code: string): boolean {
  return code in nl;
}

/** Values travel in one notation ("87.5", "2026-11-20") and are read in the reader's own. */
function inNotation(value: string | number, language: SentenceLanguage): string {
  const text = String(value);
  if (language === 'en') return text;
  if (isDay(text)) return toDutchDay(text);
  return /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
}
