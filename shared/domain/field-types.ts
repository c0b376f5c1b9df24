import { z } from 'zod';
import { isDay, type Day } from '../lib/calendar.ts';

/** A calendar day as `YYYY-MM-DD`, between 1900 and 2100: a year 20226 or 0202 is a slip of the finger. */
export const daySchema = z
  .string()
  .refine((text) => isDay(text), 'day.invalid')
  .refine((text) => text >= '1900-01-01' && text <= '2100-12-31', 'day.outOfRange')
  .transform((text) => text as Day);

/** A time of day, 24 hours, `HH:MM`. */
export const timeOfDaySchema = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'time.invalid');

/** One line of text. Control characters have no meaning in a name and U+0000 cannot be stored. */
export const lineSchema = (maximum: number) =>
  z.string().max(maximum, 'text.tooLong').regex(/^\P{Cc}*$/u, 'text.controlCharacters');

export const requiredLineSchema = (maximum: number) => lineSchema(maximum).refine((text) => text.trim() !== '', 'text.required');

/** Free text of several lines; only U+0000 is impossible, it cannot be stored. */
export const textSchema = (maximum: number) =>
  z.string().max(maximum, 'text.tooLong').refine((text) => !text.includes('\u0000'), 'text.controlCharacters');

/** Hours a week with at most two decimals. */
export const weeklyHoursSchema = z.number('hours.invalid').min(0, 'hours.invalid').max(60, 'hours.invalid').multipleOf(0.25, 'hours.quarter');

export const minutesSchema = (maximum: number) =>
  z.int('minutes.invalid').min(1, 'minutes.invalid').max(maximum, 'minutes.tooMany');
