import type { TFunction } from 'i18next';
import type { Format } from '#renderer/app/use-format.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { municipalityName, municipalitySchema } from '#shared/domain/municipalities.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { isDay } from '#shared/lib/calendar.ts';
import { codeList, wordInForms } from './code-words.ts';

type Words = TFunction<['sync', 'words']>;

/** Where a value stands: in a field of a group, or in a part of each item of a list there. */
export interface FieldPlace {
  readonly kind: Kind;
  readonly group: string;
  readonly field: string;
  readonly part?: string;
}

export interface ValueWriter {
  readonly t: Words;
  readonly format: Format;
  readonly nameOf: (userId: UserId) => string;
}

/** A field of one kind may be called otherwise than that of the same name elsewhere. */
export function fieldName(t: Words, { kind, group, field, part }: FieldPlace): string {
  if (part !== undefined) return t([`words:part.${field}_${part}`, `words:part.${part}`], part);
  return t([`words:field.${kind}_${group}_${field}`, `words:field.${group}_${field}`], field);
}

/** Fields that hold who did or is to do something. */
const people = new Set(['jobcoach', 'consultant', 'expert', 'heldBy', 'coachId', 'expertId', 'withUser', 'madeBy', 'agreedBy', 'notedBy', 'userId', 'holderId']);

/** A stored value as a person reads it. What has no words of its own is shown as it is stored: never hidden. */
export function valueWords(writer: ValueWriter, place: FieldPlace, value: JsonValue | undefined): string {
  const { t, format, nameOf } = writer;
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('conflictPage.nothing');
  if (typeof value === 'boolean') return t(value ? 'words:yes' : 'words:no');
  if (place.field === 'municipality') {
    const code = municipalitySchema.safeParse(value);
    if (code.success) return municipalityName(code.data);
  }
  if (Array.isArray(value)) return value.map((item) => itemWords(writer, place, item)).join('\n');
  if (typeof value === 'object') return place.field === 'form' ? t('words:formVersion', { version: JSON.stringify((value as Readonly<Record<string, JsonValue | undefined>>)['version'] ?? null) }) : JSON.stringify(value);
  const word = codeWord(writer, place, value);
  if (word !== null) return word;
  if (typeof value === 'number') return format.count(value);
  if (people.has(place.field)) return nameOf(value as UserId);
  return isDay(value) ? format.dayInWords(value) : value;
}

/** A code in words, or null: it is none, or one of a newer release. */
export function codeWord({ t, format }: Pick<ValueWriter, 't' | 'format'>, place: FieldPlace, code: string | number): string | null {
  const list = codeList(place);
  const said = list === undefined ? '' : t(`words:${list}.${code}`, '');
  return said === '' ? wordInForms(place, String(code), format.language) : said;
}

/** One item of a list on one line: what it is, and the rest of what it says after it. */
function itemWords(writer: ValueWriter, place: FieldPlace, item: JsonValue): string {
  if (typeof item === 'string' || typeof item === 'number') return valueWords(writer, place, item);
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return JSON.stringify(item);
  const said = Object.entries(item).flatMap(([part, value]): readonly string[] => {
    if (part === 'id' || value === null || value === undefined || value === '' || value === false) return [];
    const inPlace = { ...place, part };
    const label = fieldName(writer.t, inPlace);
    if (value === true) return [label.toLowerCase()];
    const words = valueWords(writer, inPlace, value);
    // A number says nothing without what it counts.
    return [typeof value === 'number' || /^[\d.,]+$/.test(words) ? `${label.toLowerCase()} ${words}` : words];
  });
  const [first = '', ...rest] = said;
  return rest.length === 0 ? first : `${first} (${rest.join(', ').toLowerCase()})`;
}
