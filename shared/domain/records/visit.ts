import { z } from 'zod';
import { daySchema, lineSchema, minutesSchema, requiredLineSchema, textSchema, timeOfDaySchema } from '../field-types.ts';
import { recordIdSchema, userIdSchema } from '../ids.ts';

export const visitPlaces = ['werkplek', 'telefoon', 'thuis', 'kantoor', 'elders'] as const;
export const attendees = ['werknemer', 'werkgever', 'beiden'] as const;
export const activities = [
  'introductie',
  'structureren',
  'inwerken-en-trainen',
  'storing-of-crisis',
  'begeleiding-op-het-werk',
  'thuissituatie',
  'begeleiding-van-de-leidinggevende',
  'evaluatie',
] as const;
export const riskSignals = ['goed', 'let-op', 'dreigende-uitval'] as const;
export const goalProgresses = ['niet-begonnen', 'loopt', 'bereikt', 'losgelaten'] as const;
export const agreementOwners = ['kandidaat', 'werkgever', 'jobcoach', 'werkbedrijf'] as const;

/** What may be counted, without a word of text: the manager's projection is exactly this group. */
export const visitFactsSchema = z.looseObject({
  heldOn: daySchema,
  beganAt: timeOfDaySchema,
  durationMinutes: minutesSchema(600),
  /** This candidate's share of the time: a group of 6 in 120 minutes has 20 each. */
  candidateMinutes: minutesSchema(600),
  place: z.enum(visitPlaces, 'choice.unknown'),
  attendees: z.enum(attendees, 'choice.unknown'),
  activity: z.enum(activities, 'choice.unknown'),
  risk: z.enum(riskSignals, 'choice.unknown'),
  /** Reported sick: that, and when the next contact is; never the cause. */
  sickLeave: z.boolean(),
  nextContactOn: daySchema.nullable(),
  placementId: recordIdSchema.nullable(),
  heldBy: userIdSchema,
});

export const visitNoteSchema = z.looseObject({
  form: z.looseObject({ id: z.string().max(64), version: z.int().min(1) }),
  observations: textSchema(10_000).refine((text) => text.trim() !== '', 'visit.observationsRequired'),
  goals: z
    .array(z.looseObject({ goal: requiredLineSchema(200), progress: z.enum(goalProgresses, 'choice.unknown') }))
    .max(3, 'visit.atMostThreeGoals'),
  agreements: z
    .array(z.looseObject({ what: requiredLineSchema(300), owner: z.enum(agreementOwners, 'choice.unknown'), dueOn: daySchema.nullable() }))
    .max(20, 'list.tooLong'),
  contactPerson: lineSchema(120),
});

export type VisitFacts = z.output<typeof visitFactsSchema>;
export type VisitNote = z.output<typeof visitNoteSchema>;
