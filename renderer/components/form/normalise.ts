import { readField, type FormMoment, type PlainField } from '#shared/forms/read-field.ts';
import { isDay } from '#shared/lib/calendar.ts';
import { formatDay, type FormatLanguage } from '../format.ts';

/**
 * What was typed loosely, as it will be kept, in the reader's notation: 'v' becomes 20-11-2026. What cannot be read stays
 * as it was typed.
 */
export function normalise(field: PlainField, typed: string, moment: FormMoment, language: FormatLanguage): string {
  if (typed.trim() === '' || field.type === 'text' || field.type === 'choice') return typed;
  const read = readField(field, typed, moment);
  if (!read.ok || (typeof read.value !== 'string' && typeof read.value !== 'number')) return typed;
  return inNotation(field, read.value, language);
}

/** An answer as it stands in a box. */
export function inNotation(field: PlainField, answer: string | number, language: FormatLanguage): string {
  const text = String(answer);
  if (field.type === 'day') return formatDay(text, language);
  if (field.type === 'kilometres') {
    const kilometres = String(Number(answer) / 1_000);
    return language === 'nl' ? kilometres.replace('.', ',') : kilometres;
  }
  const hasPoint = field.type === 'hours' || field.type === 'percentage';
  return hasPoint && language === 'nl' ? text.replace('.', ',') : text;
}

const weekdays: Record<FormatLanguage, Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

/** The day that will be kept, in full, while it is being typed: the weekday shows a wrong one at a glance. @returns null: no day */
export function dayInFull(field: PlainField, typed: string, moment: FormMoment, language: FormatLanguage): string | null {
  if (field.type !== 'day' || typed.trim() === '') return null;
  const read = readField(field, typed, moment);
  if (!read.ok || typeof read.value !== 'string' || !isDay(read.value)) return null;
  return weekdays[language].format(new Date(`${read.value}T12:00:00Z`));
}
