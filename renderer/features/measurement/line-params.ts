import { formatDay, type FormatLanguage } from '#renderer/components/format.ts';
import { isDay } from '#shared/lib/calendar.ts';
import { formatEuros, isEuros } from '#shared/lib/money.ts';

/** The values of one line of a working, in the reader's notation: amounts by their name, days and decimals by their form. */
export function lineParams(params: Readonly<Record<string, string | number>>, language: FormatLanguage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inNotation(name, String(value), language)]));
}

function inNotation(name: string, text: string, language: FormatLanguage): string {
  if (name.endsWith('Euros') && isEuros(text)) return formatEuros(text, language);
  if (isDay(text)) return formatDay(text, language);
  return language === 'nl' && /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
}
