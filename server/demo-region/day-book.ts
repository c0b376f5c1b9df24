import type { UserId } from '#shared/domain/ids.ts';
import type { Day } from '#shared/lib/calendar.ts';

/** So far apart that a visit and the way to the next one fit in between. */
const hours = ['09:45', '14:00', '11:00', '08:30', '12:45'] as const;
/** The end of the day belongs to groups, and to whoever did not fit in. */
export const groupHour = '15:15';

/** Keeps a coach from being at two employers at once. Asked in the order of the candidates, so a larger region changes nothing. */
export interface DayBook {
  /** @returns 'HH:MM', taken from now on */
  freeHour(visitor: UserId, on: Day): string;
}

export function makeDayBook(): DayBook {
  const visitsOn = new Map<string, number>();
  return {
    freeHour: (visitor, on) => {
      const key = `${visitor} ${on}`;
      const before = visitsOn.get(key) ?? 0;
      visitsOn.set(key, before + 1);
      return hours[before] ?? groupHour;
    },
  };
}
