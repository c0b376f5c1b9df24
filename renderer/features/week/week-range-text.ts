import type { FormatLanguage } from '#renderer/components/format.ts';
import { weekRange } from '#shared/lib/calendar.ts';
import type { IsoWeek } from '#shared/lib/calendar.ts';

const formatIn = (locale: string, month: 'long' | 'short') => new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
const formats = {
  nl: { long: formatIn('nl-NL', 'long'), short: formatIn('nl-NL', 'short') },
  en: { long: formatIn('en-GB', 'long'), short: formatIn('en-GB', 'short') },
} as const satisfies Record<FormatLanguage, unknown>;

/**
 * The days of a week, what they share said once: "16" and "22 november 2026", "30 november" and "6 december 2026".
 * @param month `short` where many stand under each other
 */
export function weekRangeWords(week: IsoWeek, language: FormatLanguage, month: 'long' | 'short' = 'long'): { readonly from: string; readonly to: string } {
  const { from, to } = weekRange(week);
  // Noon UTC is the same calendar day everywhere.
  const [first = [], last = []] = [from, to].map((day) => formats[language][month].format(new Date(`${day}T12:00:00Z`)).split(' '));
  const different = first[2] !== last[2] ? 3 : first[1] !== last[1] ? 2 : 1;
  return { from: first.slice(0, different).join(' '), to: last.join(' ') };
}
