import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '#renderer/app/texts.ts';
import type { FormFinding } from '#renderer/components/form/use-record-form.ts';
import { sentenceOf } from '#shared/domain/sentences.ts';

/** The sentence of a finding in this window's language, the same as the server's. */
export function useSentenceOf(): (finding: Pick<FormFinding, 'code' | 'params'>) => string {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'nl';
  return useCallback(({ code, params }) => sentenceOf(code, params ?? {}, language), [language]);
}
