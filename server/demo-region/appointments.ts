import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { addDays, day, type Day } from '#shared/lib/calendar.ts';
import type { SeedRecord } from '../storage/import-records.ts';
import { seedRecord } from './seed-record.ts';
import type { DayBook } from './day-book.ts';
import { dutchMoment } from './dutch-moment.ts';
import { randomStream } from './random-stream.ts';

export interface AppointmentInput {
  readonly seed: string;
  readonly today: Day;
  /** Place of the candidate in the region. */
  readonly index: number;
  readonly dossierId: DossierId;
  readonly visitor: UserId;
  readonly visits: readonly SeedRecord[];
  readonly dayBook: DayBook;
}

const places = ['Melden bij de balie', 'Hal 2, vraag naar de teamleider', 'Kantine, eerste verdieping', 'Ingang aan de achterkant', ''] as const;

/** Of the contacts agreed for the coming three weeks most have a time; some were a while ago and nobody settled them. */
export function makeAppointments({ seed, today, index, dossierId, visitor, visits, dayBook }: AppointmentInput): readonly SeedRecord[] {
  // A stream of its own: what else the region holds stays what it was.
  const random = randomStream(seed, `appointments ${index}`);
  const facts = (visits.at(-1)?.groups as Groups<'visit'> | undefined)?.facts;
  const next = facts?.nextContactOn ?? null;
  if (facts === undefined || next === null || next > addDays(today, 21) || next < addDays(today, -3) || !random.chance(0.7)) return [];
  const plannedOn = day(next);
  const groups: Groups<'appointment'> = {
    facts: { plannedOn, beginsAt: dayBook.freeHour(visitor, plannedOn), durationMinutes: random.pick([30, 45, 60]), about: 'bezoek', location: random.pick(places), withUser: visitor, state: 'gepland' },
    note: { remark: '' },
  };
  return [seedRecord({ dossierId, recordId: random.uuid() as RecordId, createdBy: visitor, changedAtMs: dutchMoment(day(facts.heldOn), '16:40') }, 'appointment', groups)];
}
