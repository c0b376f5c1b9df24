import { z } from 'zod';
import { daySchema, lineSchema, requiredLineSchema, textSchema, weeklyHoursSchema } from '../field-types.ts';
import { recordIdSchema, userIdSchema } from '../ids.ts';

/** A percentage as an exact decimal text with at most four decimals ("87.5"): floats round twice. */
export const percentageTextSchema = z.string().regex(/^[0-9]{1,3}(\.[0-9]{1,4})?$/, 'percentage.invalid');

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
});

export const hoofdtaakSchema = z.looseObject({
  name: requiredLineSchema(120),
  aandeel: percentageTextSchema,
  tempo: percentageTextSchema,
  kwaliteit: percentageTextSchema,
  nettoWerktijd: percentageTextSchema,
  tempoExplanation: textSchema(2_000),
  kwaliteitExplanation: textSchema(2_000),
  nettoWerktijdExplanation: textSchema(2_000),
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
});

export type Hoofdtaak = z.output<typeof hoofdtaakSchema>;
export type MeasurementFacts = z.output<typeof measurementFactsSchema>;
export type MeasurementTasks = z.output<typeof measurementTasksSchema>;
export type MeasurementViews = z.output<typeof measurementViewsSchema>;
export type MeasurementResult = z.output<typeof measurementResultSchema>;
