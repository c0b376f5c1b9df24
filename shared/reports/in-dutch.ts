import { isDay } from '../lib/calendar.ts';
import type { Day } from '../lib/calendar.ts';
import { toDutchDay } from '../lib/loose-day.ts';
import { formatEuros, isEuros } from '../lib/money.ts';
import texts from './report-texts.nl.json' with { type: 'json' };

const months = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];

/** "22 november 2026", without Intl: a report that was signed must read the same years later. */
export function dayInDutch(day: Day): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  // The number stays with its month at the end of a line.
  return `${Number(dayOfMonth)}\u00a0${months[Number(month) - 1] ?? month} ${year}`;
}

/** A canonical decimal ("87.5") as it is written in Dutch ("87,5"). */
export function decimalInDutch(canonical: string | number): string {
  return String(canonical).replace('.', ',');
}

export type ReportParams = Readonly<Record<string, string | number>>;

/**
 * A text of the reports. They exist in Dutch only, whatever language the screen has: what is signed is one text.
 * @throws RangeError for a text that does not exist: every report is made in a test
 */
export function say(key: string, params: ReportParams = {}): string {
  const found = textAt(key);
  if (typeof found !== 'string') throw new RangeError(`say: no text ${key}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

export function knows(key: string): boolean {
  return typeof textAt(key) === 'string';
}

function textAt(key: string): unknown {
  return key.split('.').reduce<unknown>((level, name) => (level as Readonly<Record<string, unknown>> | undefined)?.[name], texts);
}

/** The values of a line of a working in Dutch notation: amounts by their name, days and decimals by their form. */
export function paramsInDutch(params: ReportParams): ReportParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inNotation(name, String(value))]));
}

function inNotation(name: string, text: string): string {
  if (name.endsWith('Euros') && isEuros(text)) return formatEuros(text, 'nl');
  if (isDay(text)) return toDutchDay(text);
  return /^-?\d+\.\d+$/.test(text) ? decimalInDutch(text) : text;
}
