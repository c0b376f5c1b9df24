import i18next from 'i18next';
import type { Words } from '#shared/export/week-words.ts';
import weekEn from '../../../renderer/app/texts/week.en.json' with { type: 'json' };
import weekNl from '../../../renderer/app/texts/week.nl.json' with { type: 'json' };
import wordsEn from '../../../renderer/app/texts/words.en.json' with { type: 'json' };
import wordsNl from '../../../renderer/app/texts/words.nl.json' with { type: 'json' };

const catalogue = i18next.createInstance();
void catalogue.init({
  lng: 'nl',
  initAsync: false,
  resources: { nl: { week: weekNl, words: wordsNl }, en: { week: weekEn, words: wordsEn } },
  interpolation: { escapeValue: false },
  // A missing text must fail a test instead of showing its key.
  saveMissing: true,
  missingKeyHandler: (_languages, namespace, key) => {
    throw new Error(`no text for ${namespace}:${key}`);
  },
});

/** The product's own catalogue. @throws Error when a text is missing */
export function wordsIn(language: 'nl' | 'en'): Words {
  const t = catalogue.getFixedT(language);
  return (key, params) => t(key, params ?? {});
}
