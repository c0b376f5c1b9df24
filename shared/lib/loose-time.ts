import { failure, success } from './outcome.ts';
import type { Outcome } from './outcome.ts';

export type TimeReason = 'empty' | 'not-a-time';
export type MinutesReason = 'empty' | 'not-minutes';

const CLOCK = /^(\d{1,2})(?:\s?[:.uh]\s?(\d{2})?)?$/;
const DIGITS = /^(\d{1,2})(\d{2})$/;

/**
 * A time of day as people type it: '9', '930', '9:30', '9.30', '9u30', 'n' (now).
 * @param now 'HH:MM' @returns 'HH:MM' @throws never
 */
export const parseLooseTime = (typed: string, now: string): Outcome<string, TimeReason> => {
  const text = typed.trim().toLowerCase();
  if (text === '') return failure('empty');
  if (text === 'n' || text === 'nu' || text === 'now') return success(now);
  const match = CLOCK.exec(text) ?? DIGITS.exec(text);
  if (match === null) return failure('not-a-time');
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  if (hours > 23 || minutes > 59) return failure('not-a-time');
  return success(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
};

/**
 * A length of time as people type it: '90', '90 min', '1:30', '1u30', '1u', '1,5 uur'.
 * @returns whole minutes [min], above zero @throws never
 */
export const parseLooseMinutes = (typed: string): Outcome<number, MinutesReason> => {
  const text = typed.trim().toLowerCase();
  if (text === '') return failure('empty');
  const plain = /^(\d{1,4})\s?(?:m|min|minuten|minutes)?\.?$/.exec(text);
  if (plain !== null) return positive(Number(plain[1]));
  const clock = /^(\d{1,2})\s?(?::|u|h|uur)\s?(\d{2})$/.exec(text);
  if (clock !== null) return Number(clock[2]) > 59 ? failure('not-minutes') : positive(Number(clock[1]) * 60 + Number(clock[2]));
  const hours = /^(\d{1,2})(?:[.,](\d{1,2}))?\s?(?:u|h|uur|hours?)$/.exec(text);
  if (hours === null) return failure('not-minutes');
  const hundredths = Number(hours[1]) * 100 + Number((hours[2] ?? '').padEnd(2, '0'));
  return (hundredths * 60) % 100 === 0 ? positive((hundredths * 60) / 100) : failure('not-minutes');
};

const positive = (minutes: number): Outcome<number, MinutesReason> => (minutes > 0 ? success(minutes) : failure('not-minutes'));
