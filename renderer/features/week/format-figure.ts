import type { FigureUnit } from '#shared/export/week-figures.ts';

type Language = 'nl' | 'en';
const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

const formats: Record<Language, Record<FigureUnit, Intl.NumberFormat>> = { nl: formatsOf('nl'), en: formatsOf('en') };

function formatsOf(language: Language): Record<FigureUnit, Intl.NumberFormat> {
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locales[language], options);
  return {
    count: number({}),
    hours: number({ maximumFractionDigits: 2 }),
    jobs: number({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    percentage: number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    cents: number({ style: 'currency', currency: 'EUR' }),
  };
}

/** A figure as it stands on the screen: 1.234 · 0,94 · 61,5% · € 974,47 */
export function formatFigure(value: number, unit: FigureUnit, language: Language): string {
  return formats[language][unit].format(unit === 'percentage' || unit === 'cents' ? value / 100 : value);
}
