import { tempoFromCounts } from '../domain/loonwaarde/tempo-from-counts.ts';
import type { Day } from '../lib/calendar.ts';
import { parseLooseDay } from '../lib/loose-day.ts';
import { parseLooseMinutes, parseLooseTime } from '../lib/loose-time.ts';
import { failure, success, type Outcome } from '../lib/outcome.ts';
import { parseDutchDecimal } from '../lib/percentage.ts';
import type { FormField, HoursField, ListField, MultipleField, PercentageField, SwitchField } from './form-definition.ts';

export type PlainField = Exclude<FormField, ListField>;

/** What the words typed are read against. */
export interface FormMoment {
  readonly today: Day;
  /** 'HH:MM' in the Netherlands. */
  readonly now: string;
}

/** Names a sentence, as in Violation. */
export interface FieldProblem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Answer = string | number | boolean | null | readonly string[];

/** @returns what nothing looks like in this field: null, or an empty text where the record holds a text */
export function emptyAnswer(field: PlainField): Answer {
  switch (field.type) {
    case 'line':
    case 'text':
      return '';
    case 'switch':
      return false;
    case 'multiple':
      return [];
    default:
      return null;
  }
}

/**
 * What one field says. Only what was typed is judged here; what the record must obey is judged by the record's own rule.
 * @throws never
 */
export function readField(field: PlainField, value: unknown, moment: FormMoment): Outcome<Answer, FieldProblem> {
  if (field.type === 'switch') return success(value === true);
  if (field.type === 'multiple') return readMultiple(field, value);
  const typed = typeof value === 'string' ? value : '';
  if (typed.trim() === '') return field.required === true ? failure({ code: requiredCode(field) }) : success(emptyAnswer(field));
  switch (field.type) {
    case 'day':
      return readDay(typed, moment.today, field.leaning);
    case 'time': {
      const time = parseLooseTime(typed, moment.now);
      return time.ok ? time : failure({ code: 'time.invalid' });
    }
    case 'minutes': {
      const minutes = parseLooseMinutes(typed);
      if (!minutes.ok) return failure({ code: 'minutes.invalid' });
      return minutes.value > field.maximum ? failure({ code: 'minutes.tooMany', params: { maximum: field.maximum } }) : minutes;
    }
    case 'hours':
      return readHours(typed, field);
    case 'kilometres': {
      const read = parseDutchDecimal(typed, 1);
      if (!read.ok || Number(read.value) > field.maximum) return failure({ code: 'distance.invalid' });
      // One decimal at most: a tenth of a kilometre is a whole number of metres.
      return success(Math.round(Number(read.value) * 10) * 100);
    }
    case 'percentage':
      return readPercentageTyped(typed, field);
    case 'choice':
      return field.choices.includes(typed) ? success(typed) : failure({ code: 'choice.unknown' });
    case 'line':
    case 'text':
      if (typed.length > field.maximum) return failure({ code: 'text.tooLong', params: { maximum: field.maximum, length: typed.length } });
      return success(field.type === 'line' ? typed.trim() : typed);
  }
}

/** What stands in a draft for several choices; anything else in its place is nothing chosen. */
export function chosenOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function readMultiple(field: MultipleField, value: unknown): Outcome<Answer, FieldProblem> {
  const chosen = chosenOf(value);
  if (chosen.length === 0 && field.required === true) return failure({ code: 'choice.required' });
  if (chosen.some((each) => !field.choices.includes(each))) return failure({ code: 'choice.unknown' });
  return success(field.choices.filter((each) => chosen.includes(each)));
}

function requiredCode(field: Exclude<PlainField, SwitchField | MultipleField>): string {
  switch (field.type) {
    case 'day':
      return 'day.required';
    case 'time':
      return 'time.required';
    case 'minutes':
      return 'minutes.required';
    case 'hours':
      return isHours(field) ? 'hours.required' : 'days.required';
    case 'kilometres':
      return 'distance.invalid';
    case 'percentage':
      return 'percentage.required';
    case 'choice':
      return 'choice.required';
    case 'line':
    case 'text':
      return 'text.required';
  }
}

/** Hours go by quarters, days by halves. */
function isHours({ step }: HoursField): boolean {
  return step === 0.25;
}

function readDay(typed: string, today: Day, leaning: 'past' | 'future'): Outcome<Answer, FieldProblem> {
  const read = parseLooseDay(typed, today, leaning);
  if (read.ok) return read;
  switch (read.problem) {
    case 'year-out-of-range':
      return failure({ code: 'day.outOfRange' });
    case 'no-such-day':
      return failure({ code: 'day.noSuchDay' });
    default:
      return failure({ code: 'day.invalid' });
  }
}

function readHours(typed: string, field: HoursField): Outcome<Answer, FieldProblem> {
  const read = parseDutchDecimal(typed, 2);
  const invalid = isHours(field) ? 'hours.invalid' : 'days.invalid';
  if (!read.ok) return failure({ code: invalid });
  const number = Number(read.value);
  // Of a week the sentence names the limit itself; of half a year there is more room.
  if (isHours(field) && field.maximum > 60 && (number === 0 || number > field.maximum)) return failure({ code: 'hours.outOfRange', params: { maximum: field.maximum } });
  if (number === 0 || number > field.maximum) return failure({ code: invalid });
  // Steps are quarters and halves: exact in binary, so a remainder of a float is safe here.
  return number % field.step === 0 ? success(number) : failure({ code: isHours(field) ? 'hours.quarter' : invalid });
}

function readPercentageTyped(typed: string, field: PercentageField): Outcome<Answer, FieldProblem> {
  const counted = field.fromCounts ? readCounts(typed) : null;
  if (counted !== null) return counted.ok ? success(counted.value.percentage) : counted;
  const read = parseDutchDecimal(typed);
  if (read.ok) return read;
  switch (read.problem) {
    case 'negative':
      return failure({ code: 'percentage.negative' });
    case 'too-many-decimals':
      return failure({ code: 'percentage.tooManyDecimals' });
    default:
      return failure({ code: 'percentage.invalid' });
  }
}

export interface Counts {
  readonly made: string;
  readonly norm: string;
  /** [%] exact or in four decimals */
  readonly percentage: string;
}

/** '70/80' or '70 van 80' is 87.5. @returns null when no counts were typed */
export function readCounts(typed: string): Outcome<Counts, FieldProblem> | null {
  const match = /^\s*([\d.,]+)\s*(?:\/|van|of|op)\s*([\d.,]+)\s*$/i.exec(typed);
  if (match === null) return null;
  const made = parseDutchDecimal(match[1] ?? '');
  const norm = parseDutchDecimal(match[2] ?? '');
  if (!made.ok || !norm.ok) return failure({ code: 'percentage.countsInvalid' });
  const tempo = tempoFromCounts(made.value, norm.value);
  return tempo.ok ? success({ made: made.value, norm: norm.value, percentage: tempo.value.tempo }) : failure({ code: 'percentage.countsInvalid' });
}
