import { z } from 'zod';
import { daySchema, lineSchema, requiredLineSchema, textSchema } from '../field-types.ts';
import { recordIdSchema, userIdSchema } from '../ids.ts';
import { agreementOwners, goalProgresses } from './visit.ts';

export const coachingRegimes = ['licht', 'midden', 'intensief'] as const;
export type CoachingRegime = (typeof coachingRegimes)[number];

/** Contract hours in half a year, by quarters; 26 weeks of at most 60 hours. */
const halfYearHoursSchema = z.number('hours.invalid').min(0.25, 'hours.invalid').max(1_560, 'hours.invalid').multipleOf(0.25, 'hours.quarter');

/** What was granted, from a day until the next row: another regime or other hours begin with a half year. */
const coachingPeriodSchema = z.looseObject({
  from: daySchema,
  regime: z.enum(coachingRegimes, 'choice.unknown'),
  contractHoursPerHalfYear: halfYearHoursSchema,
  /** The day of the decision: the percentages of that day hold, whatever a later table says. */
  grantedOn: daySchema,
});

/** Why coaching ended. Words that can be counted, and no text: a manager reads this group. */
export const coachingEndReasons = ['zelfstandig-aan-het-werk', 'werkgever-neemt-over', 'einde-toekenning', 'plaatsing-geeindigd', 'verzoek-kandidaat', 'verzoek-werkgever', 'ander-aanbod', 'anders'] as const;

/** The coaching of one candidate at one placement. Begin, end and grants are one group: they only make sense together. */
export const coachingFactsSchema = z.looseObject({
  placementId: recordIdSchema.nullable(),
  employerId: recordIdSchema.nullable(),
  employerName: requiredLineSchema(120),
  beganOn: daySchema,
  endedOn: daySchema.nullable(),
  /** Absent where the end was written down before this was asked. */
  endReason: z.enum(coachingEndReasons, 'choice.unknown').nullable().optional(),
  periods: z.array(coachingPeriodSchema).min(1, 'coaching.grantRequired').max(40, 'list.tooLong'),
});

/** What the employer gets on paper. Nothing of the logboek is in it. */
export const coachingPlanSharedSchema = z.looseObject({
  form: z.looseObject({ id: z.string().max(64), version: z.int().min(1) }),
  coachingId: recordIdSchema.nullable(),
  employerId: recordIdSchema.nullable(),
  employerName: requiredLineSchema(120),
  contactPerson: lineSchema(120),
  drawnUpOn: daySchema,
  goals: z
    .array(z.looseObject({ goal: requiredLineSchema(200), approach: lineSchema(300) }))
    .min(1, 'coaching.goalRequired')
    .max(3, 'visit.atMostThreeGoals'),
  approach: textSchema(4_000),
  agreements: z
    .array(z.looseObject({ what: requiredLineSchema(300), owner: z.enum(agreementOwners, 'choice.unknown'), dueOn: daySchema.nullable() }))
    .max(20, 'list.tooLong'),
  evaluateOn: daySchema.nullable(),
  coachId: userIdSchema,
  coachName: requiredLineSchema(120),
  coachPhone: lineSchema(30),
  /** The plan that this one takes the place of. */
  replaces: recordIdSchema.nullable(),
});

/** For colleagues only; never on the employer's paper. */
export const coachingPlanInternalSchema = z.looseObject({ note: textSchema(4_000) });

export const coachingResults = ['zonder-coaching', 'lichter', 'zelfde', 'zwaarder', 'werkgever-neemt-over', 'niet-meer-aan-het-werk'] as const;
export const satisfactions = ['tevreden', 'redelijk', 'niet-tevreden'] as const;

/** What can be counted of a half-yearly report, without a word of text. Its presence makes the report final. */
export const coachingReportFactsSchema = z.looseObject({
  coachingId: recordIdSchema,
  placementId: recordIdSchema.nullable(),
  /** The half year of coaching, from 1 [count], and its days. */
  halfYear: z.int().min(1).max(80),
  from: daySchema,
  through: daySchema,
  regime: z.enum(coachingRegimes, 'choice.unknown'),
  /** [min] */
  grantedMinutes: z.int('minutes.invalid').min(0, 'minutes.invalid'),
  usedMinutes: z.int('minutes.invalid').min(0, 'minutes.invalid'),
  /** [count] */
  visits: z.int().min(0),
  result: z.enum(coachingResults, 'choice.unknown'),
  finalisedOn: daySchema,
  coachId: userIdSchema,
  /** The report that this one corrects, if any. */
  corrects: recordIdSchema.nullable(),
  /** Other versions that were made apart from the corrected one and that this one takes the place of as well. */
  alsoReplaces: z.array(recordIdSchema).max(20, 'list.tooLong').optional(),
  /** 1 for the report itself, one more with each correction [count]; absent in those from before they could be corrected. */
  version: z.int().min(1).max(999).optional(),
});

export const coachingReportTextSchema = z.looseObject({
  form: z.looseObject({ id: z.string().max(64), version: z.int().min(1) }),
  employerName: requiredLineSchema(120),
  contactPerson: lineSchema(120),
  coachName: requiredLineSchema(120),
  goals: z
    .array(z.looseObject({ goal: requiredLineSchema(200), progress: z.enum(goalProgresses, 'choice.unknown'), explanation: lineSchema(300) }))
    .max(3, 'visit.atMostThreeGoals'),
  results: textSchema(6_000).refine((text) => text.trim() !== '', 'coaching.resultsRequired'),
  employerEvaluation: textSchema(4_000).refine((text) => text.trim() !== '', 'coaching.employerEvaluationRequired'),
  candidateView: textSchema(4_000).refine((text) => text.trim() !== '', 'coaching.candidateViewRequired'),
  candidateSatisfaction: z.enum(satisfactions, 'choice.unknown'),
  /** Why this result, and what follows. */
  advice: textSchema(4_000),
  /** Why this version takes the place of an earlier one; a report that corrects nothing has none. */
  correctionReason: textSchema(1_000).optional(),
});

export type CoachingFacts = z.output<typeof coachingFactsSchema>;
export type CoachingPeriod = z.output<typeof coachingPeriodSchema>;
export type CoachingPlanShared = z.output<typeof coachingPlanSharedSchema>;
export type CoachingReportFacts = z.output<typeof coachingReportFactsSchema>;
export type CoachingReportText = z.output<typeof coachingReportTextSchema>;
export type CoachingResult = (typeof coachingResults)[number];
