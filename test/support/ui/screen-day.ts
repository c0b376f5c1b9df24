import { day, type Day } from '#shared/lib/calendar.ts';

/** The screens' tests live on this Sunday, 14:32 in the Netherlands, like the demo region they show. */
export const screenDay: Day = day('2026-11-22');
export const screenNowMs = Date.UTC(2026, 10, 22, 13, 32);
