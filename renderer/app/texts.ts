import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** Files are found by name: a feature adds `texts/<namespace>.nl.json` and `.en.json` and touches nothing else. */
const files = import.meta.glob<Record<string, unknown>>('./texts/*.json', { eager: true, import: 'default' });

function resources(): Resource {
  const all: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, content] of Object.entries(files)) {
    const [, namespace, language] = /\/([a-z-]+)\.(nl|en)\.json$/.exec(path) ?? [];
    if (namespace !== undefined && language !== undefined) (all[language] ??= {})[namespace] = content;
  }
  return all as Resource;
}

const storageKey = 'veldwerk.language';

export function isLanguage(text: unknown): text is Language {
  return languages.includes(text as Language);
}

/** What this window used last; Dutch when nothing was chosen. A language says nothing about a person. */
export function rememberedLanguage(): Language {
  try {
    const stored = localStorage.getItem(storageKey);
    return isLanguage(stored) ? stored : 'nl';
  } catch {
    return 'nl';
  }
}

/** Sets up the catalogues; nothing is fetched, all texts are in the bundle. */
export function startTexts(language: Language): i18n {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'nl',
    resources: resources(),
    defaultNS: 'app',
    initAsync: false,
    // React escapes; escaping twice would show &amp; to people.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
  return i18next;
}

export async function chooseLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage refused: the choice holds until the window closes.
  }
}
