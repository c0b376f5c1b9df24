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
export const agreementOutcomes = ['open', 'nagekomen', 'deels', 'niet-nagekomen', 'vervallen'] as const;

/** Whole minutes and metres of a journey; nothing is also an answer. */
const travelMinutesSchema = z.int('minutes.invalid').min(0, 'minutes.invalid').max(600, 'minutes.tooMany');
const travelMetresSchema = z.int('distance.invalid').min(0, 'distance.invalid').max(1_000_000, 'distance.invalid');

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
  /** The same in the records of all who were visited together, and no record's own id: it ties them without a name. */
  sharedVisitId: recordIdSchema.nullable().optional(),
  /** Among how many people the time was divided [count]. */
  participants: z.int().min(1).max(30, 'list.tooLong').optional(),
  /** The journey of the whole visit, counted once per `sharedVisitId`; absent when it was not asked. */
  travelMinutes: travelMinutesSchema.nullable().optional(),
  travelMetres: travelMetresSchema.nullable().optional(),
  /** This candidate's share of the journey; the shares of a group add up to the whole. */
  candidateTravelMinutes: travelMinutesSchema.nullable().optional(),
  candidateTravelMetres: travelMetresSchema.nullable().optional(),
});

export const visitNoteSchema = z.looseObject({
  form: z.looseObject({ id: z.string().max(64), version: z.int().min(1) }),
  observations: textSchema(10_000).refine((text) => text.trim() !== '', 'visit.observationsRequired'),
  goals: z
    .array(z.looseObject({ goal: requiredLineSchema(200), progress: z.enum(goalProgresses, 'choice.unknown') }))
    .max(3, 'visit.atMostThreeGoals'),
  agreements: z
    .array(
      z.looseObject({
        /** Stays the same in the visits that carry it on, whatever becomes of its words; absent in forms that gave none. */
        id: recordIdSchema.optional(),
        what: requiredLineSchema(300),
        owner: z.enum(agreementOwners, 'choice.unknown'),
        dueOn: daySchema.nullable(),
        /** What became of it; absent in forms that did not ask. An open one is carried to the next visit. */
        outcome: z.enum(agreementOutcomes, 'choice.unknown').optional(),
      }),
    )
    .max(20, 'list.tooLong'),
  contactPerson: lineSchema(120),
});

export type VisitFacts = z.output<typeof visitFactsSchema>;
export type VisitNote = z.output<typeof visitNoteSchema>;
