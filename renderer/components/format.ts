import { addDays, amsterdamDayOf, amsterdamTimeOf, daysBetween, isDay, type Day } from '#shared/lib/calendar.ts';

export type FormatLanguage = 'nl' | 'en';

/** Noon UTC is the same calendar day everywhere a laptop of this region may think it is. */
const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

const inWords: Record<FormatLanguage, Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
};
const inShortWords: Record<FormatLanguage, Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
};
const withWeekday: Record<FormatLanguage, Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
};
const inNumbers: Record<FormatLanguage, Intl.NumberFormat> = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') };

/** 31-12-2026 in Dutch, 31/12/2026 in English. What is no day comes back as it was. */
export function formatDay(text: string, language: FormatLanguage): string {
  if (!isDay(text)) return text;
  const [year, month, dayOfMonth] = text.split('-');
  return [dayOfMonth, month, year].join(language === 'nl' ? '-' : '/');
}

/** 3 april 2026 */
export function formatDayInWords(text: string, language: FormatLanguage): string {
  return isDay(text) ? inWords[language].format(noonOf(text)) : text;
}

/** zondag 22 november: for days nearby, where the weekday says more than the year. */
export function formatWeekday(text: string, language: FormatLanguage): string {
  return isDay(text) ? withWeekday[language].format(noonOf(text)) : text;
}

export type NearDay = 'yesterday' | 'today' | 'tomorrow' | null;

/** @param nowMs [ms since 1970, UTC] @returns which word may be used instead of a date, or null */
export function nearDay(text: string, nowMs: number): NearDay {
  if (!isDay(text)) return null;
  const today = amsterdamDayOf(nowMs);
  if (text === today) return 'today';
  if (text === addDays(today, -1)) return 'yesterday';
  return text === addDays(today, 1) ? 'tomorrow' : null;
}

/** The calendar day and the time on a Dutch clock of a moment. @param atMs [ms since 1970, UTC] */
export function momentParts(atMs: number, nowMs: number, language: FormatLanguage): { readonly near: NearDay; readonly day: string; readonly time: string } {
  const day = amsterdamDayOf(atMs);
  const sameYear = day.slice(0, 4) === amsterdamDayOf(nowMs).slice(0, 4);
  const words = sameYear ? inShortWords[language].format(noonOf(day)) : inWords[language].format(noonOf(day));
  return { near: nearDay(day, nowMs), day: words, time: amsterdamTimeOf(atMs) };
}

/** 15.000 in Dutch, 15,000 in English. */
export function formatCount(count: number, language: FormatLanguage): string {
  return inNumbers[language].format(count);
}

/** Days that have passed since `text` [count]; negative when it is still to come. */
export function daysSince(text: string, nowMs: number): number {
  return isDay(text) ? daysBetween(text, amsterdamDayOf(nowMs)) : 0;
}
