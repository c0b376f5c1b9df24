import { z } from 'zod';
import { daySchema, lineSchema, minutesSchema, textSchema, timeOfDaySchema } from '../field-types.ts';
import { userIdSchema } from '../ids.ts';

export const appointmentSubjects = ['bezoek', 'meting', 'intake', 'plan', 'anders'] as const;
const appointmentStates = ['gepland', 'geweest', 'afgezegd'] as const;

/** When who of us meets the candidate. What was said there is a record of its own (a visit, an intake). */
export const appointmentFactsSchema = z.looseObject({
  plannedOn: daySchema,
  /** Dutch time; null: some time that day. */
  beginsAt: timeOfDaySchema.nullable(),
  durationMinutes: minutesSchema(600),
  about: z.enum(appointmentSubjects, 'choice.unknown'),
  /** Where to go: a hall, a reception, an address. */
  location: lineSchema(160),
  withUser: userIdSchema,
  state: z.enum(appointmentStates, 'choice.unknown'),
});

/** What to bring or to ask; stays inside. */
export const appointmentNoteSchema = z.looseObject({ remark: textSchema(1_000) });

export type AppointmentFacts = z.output<typeof appointmentFactsSchema>;
