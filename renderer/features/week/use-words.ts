import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '#renderer/app/texts.ts';
import type { Words } from '#shared/export/week-words.ts';

/** The catalogue in the form that sheets and tables ask for; the same words on the screen and in the file. */
export function useWords(): Words {
  const { i18n } = useTranslation(['week', 'words']);
  const { language } = i18n;
  return useMemo(() => {
    const t = i18n.getFixedT(language);
    return (key, params) => t(key, params ?? {});
  }, [i18n, language]);
}

/** The language of this window, without the ticking clock that `useFormat` brings along. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'nl';
}
