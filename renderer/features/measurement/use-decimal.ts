import { useCallback } from 'react';
import { useFormat } from '#renderer/app/use-format.ts';

/** A canonical decimal ("87.5") in the reader's notation ("87,5"). */
export function useDecimal(): (canonical: string | number) => string {
  const { language } = useFormat();
  return useCallback((canonical) => (language === 'nl' ? String(canonical).replace('.', ',') : String(canonical)), [language]);
}
