import { z } from 'zod';
import { daySchema, lineSchema, requiredLineSchema, textSchema, weeklyHoursSchema } from '../field-types.ts';
import { recordIdSchema, userIdSchema } from '../ids.ts';
import { lksParametersSchema } from '../loonkostensubsidie/lks-parameters.ts';

/** A percentage as an exact decimal text with at most four decimals ("87.5"): floats round twice. */
const percentageTextSchema = z.string().regex(/^[0-9]{1,3}(\.[0-9]{1,4})?$/, 'percentage.invalid');

/** How the loonwaarde was looked at: anew on the work place, or by a short contact that found an earlier one still true. */
export const occasions = ['new-measurement', 'short-contact'] as const;

export const measurementFactsSchema = z.looseObject({
  form: z.looseObject({ id: z.string().max(64), version: z.int().min(1) }),
  visitedOn: daySchema,
  /** In the uniform report, and the minimum youth wage follows from it: without it the subsidy cannot be recomputed. */
  birthDate: daySchema,
  employerId: recordIdSchema.nullable(),
  employerName: requiredLineSchema(120),
  contactPerson: requiredLineSchema(120),
  contactEmail: lineSchema(120),
  employerInterviewee: lineSchema(120),
  normFunction: requiredLineSchema(120),
  functionPerformed: requiredLineSchema(120),
  contractHours: weeklyHoursSchema,
  fullTimeHours: weeklyHoursSchema,
  workingDaysPerWeek: z.number('days.invalid').min(0.5, 'days.invalid').max(7, 'days.invalid').multipleOf(0.5, 'days.invalid'),
  contractBeganOn: daySchema,
  expertId: userIdSchema,
  expertName: requiredLineSchema(120),
  expertPhone: lineSchema(30),
  /** What follows is not in records of before: absent means that nobody was asked. */
  occasion: z.enum(occasions, 'choice.unknown').optional(),
  /** Why this way, and why now. */
  occasionReason: textSchema(1_000).optional(),
  /** The earlier measurement that a short contact confirms. */
  basedOn: recordIdSchema.nullable().optional(),
  /** The certificate of the expert as it was on the day of the visit. */
  certificate: z.looseObject({ number: requiredLineSchema(60), validThrough: daySchema }).nullable().optional(),
  /** Full-time monthly wage of the function without holiday allowance [euro]; only while loonwaarde was a share of it (2015-2016). */
  functieloon: z.string().regex(/^[0-9]{1,6}(\.[0-9]{1,2})?$/, 'lks.functieloonInvalid').nullable().optional(),
  /** How to look next time, and why then and so. */
  nextOccasion: z.enum(occasions, 'choice.unknown').nullable().optional(),
  nextReason: textSchema(1_000).optional(),
  /** Taken over from an older file: what its own report says the loonwaarde is [%]. Recomputing must give the same. */
  reportedLoonwaarde: z.int('loonwaarde.wholePercentage').min(0, 'loonwaarde.wholePercentage').max(100, 'loonwaarde.wholePercentage').nullable().optional(),
  /**
   * The rows of the region's table that the subsidy was computed with, when no release knows that table: the measurement
   * recomputes the same years later, on a device that never had the document.
   */
  lksParameters: lksParametersSchema.optional(),
});

const hoofdtaakSchema = z.looseObject({
  name: requiredLineSchema(120),
  aandeel: percentageTextSchema,
  tempo: percentageTextSchema,
  kwaliteit: percentageTextSchema,
  /** Which of these two is there is the method's rule: netto werktijd since 2021, inzetbaarheid in files made with Dariuz. */
  nettoWerktijd: percentageTextSchema.optional(),
  inzetbaarheid: percentageTextSchema.optional(),
  tempoExplanation: textSchema(2_000),
  kwaliteitExplanation: textSchema(2_000),
  nettoWerktijdExplanation: textSchema(2_000).optional(),
  inzetbaarheidExplanation: textSchema(2_000).optional(),
});

export const measurementTasksSchema = z.looseObject({
  method: z.enum(['uniform-2021', 'dariuz'], 'choice.unknown'),
  methodVersion: z.int().min(1),
  regularPerformance: z.boolean(),
  /** How many there may be is the method's rule, in judge-measurement: none for a regular performance, more in old files. */
  hoofdtaken: z.array(hoofdtaakSchema).max(20, 'list.tooLong'),
});

export const measurementViewsSchema = z.looseObject({
  employee: textSchema(4_000).refine((text) => text.trim() !== '', 'loonwaarde.employeeViewRequired'),
  employer: textSchema(4_000).refine((text) => text.trim() !== '', 'loonwaarde.employerViewRequired'),
});

/** What counts, without names or words. Present exactly when the measurement is final, and never changed after. */
export const measurementResultSchema = z.looseObject({
  visitedOn: daySchema,
  finalisedOn: daySchema,
  /** Exact sum as decimal text, before the one rounding; four factors of four decimals make at most 22. */
  sum: z.string().regex(/^[0-9]{1,3}(\.[0-9]{1,22})?$/, 'percentage.invalid'),
  loonwaarde: z.int().min(0).max(100),
  /**
   * Monthly loonkostensubsidie and total with employer's costs [cents], an advice. Null when the minimum wage of that
   * day was not known: a contract of next year is measured before its figures are published.
   */
  lksCents: z.int().min(0).nullable(),
  lksTotalCents: z.int().min(0).nullable(),
  /** The table of figures it was computed with, so that it recomputes the same years later. */
  lksParametersVersion: z.int().min(1).nullable(),
  nextMeasurementOn: daySchema.nullable(),
  /** The measurement that this one corrects, if any. */
  corrects: recordIdSchema.nullable(),
  /** Corrections that were made apart stood beside one another: this one takes the place of these as well. */
  alsoReplaces: z.array(recordIdSchema).max(20, 'list.tooLong').optional(),
});

export type Hoofdtaak = z.output<typeof hoofdtaakSchema>;
export type MeasurementFacts = z.output<typeof measurementFactsSchema>;
export type MeasurementTasks = z.output<typeof measurementTasksSchema>;
export type MeasurementViews = z.output<typeof measurementViewsSchema>;
export type MeasurementResult = z.output<typeof measurementResultSchema>;
