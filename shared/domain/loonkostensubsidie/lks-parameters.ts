import { z } from 'zod';
import type { Day } from '../../lib/calendar.ts';
import { daySchema } from '../field-types.ts';

/**
 * The figures of the law, as they arrive from the server: text, so that no float ever holds them. Strict on purpose: an
 * app that does not know a field must not calculate without it; it keeps the figures it has and asks for an update.
 */
const eurosSchema = z.string().regex(/^\d{1,6}\.\d{2}$/, 'parameters.amount');
const percentageSchema = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, 'parameters.percentage');
const hoursSchema = z.string().regex(/^\d{1,2}(\.\d{1,2})?$/, 'parameters.hours');
/** Where a figure comes from, for the reader of the advice: name and article, in Dutch. */
const sourceSchema = z.string().min(1).max(300);

const isAscending = (rows: readonly { readonly from: string }[]): boolean =>
  rows.every((row, index) => index === 0 || (rows[index - 1]?.from ?? '') < row.from);

/** Rows from the day they came into force until the next row. */
const timeline = <Row extends { readonly from: string }>(row: z.ZodType<Row>) =>
  z.array(row).min(1, 'parameters.empty').refine(isAscending, 'parameters.notAscending');

const minimumWageSchema = z.strictObject({
  from: daySchema,
  /** Full time a month; since 2024 the reference month of 36 hours a week [euro]. */
  monthlyEuros: eurosSchema,
  /** Since 2024, only shown [euro]. */
  hourlyEuros: eurosSchema.nullable(),
  source: sourceSchema,
});

const youthWageSchema = z.strictObject({
  from: daySchema,
  /** From this age on the whole minimum wage [years]. */
  adultAge: z.int().min(16).max(30),
  percentages: z.array(z.strictObject({ age: z.int().min(13).max(29), percentage: percentageSchema })).min(1, 'parameters.empty'),
  /** Amounts round to a multiple of this, half a step upward [euro]. */
  roundToEuros: eurosSchema,
  source: sourceSchema,
});

const percentageRowSchema = z.strictObject({ from: daySchema, percentage: percentageSchema, source: sourceSchema });

const ruleSchema = z
  .strictObject({
    from: daySchema,
    /** What loonwaarde is a share of: the wage of the function (2015-2016) or the minimum wage. */
    loonwaardeIsShareOf: z.enum(['wage-of-function', 'minimum-wage']),
    /** Part time against the employer's full-time week, only downward; or against a fixed week, which can exceed 1. */
    partTimeAgainst: z.enum(['employer-week', 'reference-week']),
    referenceHours: hoursSchema.nullable(),
    maximumPercentage: percentageSchema,
    forfaitaryPercentage: percentageSchema,
    forfaitaryMonths: z.int().min(0).max(60),
    source: sourceSchema,
  })
  .refine((rule) => (rule.partTimeAgainst === 'reference-week') === (rule.referenceHours !== null && Number(rule.referenceHours) > 0), 'parameters.referenceHours');

/** The name of the region's document that holds them. */
export const lksParametersId = 'lks-parameters';

export const lksParametersSchema = z
  .strictObject({
    format: z.literal(1, 'parameters.newerFormat'),
    id: z.literal(lksParametersId),
    version: z.int().min(1),
    validFrom: daySchema,
    /** Last day whose figures are known: the minimum wage of the next half year is never guessed. */
    validThrough: daySchema,
    minimumWage: timeline(minimumWageSchema),
    youthWage: timeline(youthWageSchema),
    holidayAllowance: timeline(percentageRowSchema),
    employerCosts: timeline(percentageRowSchema),
    rules: timeline(ruleSchema),
  })
  .refine(
    (table) => [table.minimumWage, table.youthWage, table.holidayAllowance, table.employerCosts, table.rules].every((rows) => (rows[0]?.from ?? '9999') <= table.validFrom),
    'parameters.gapAtBegin',
  )
  .refine((table) => table.validFrom <= table.validThrough, 'parameters.period')
  .refine((table) => (table.minimumWage.at(-1)?.from ?? '') <= table.validThrough, 'parameters.beyondValidity');

/** Parsed by `lksParametersSchema`. */
export type LksParameters = z.output<typeof lksParametersSchema>;
/** The same as JSON, before parsing: days are plain text. */
export type LksParametersJson = z.input<typeof lksParametersSchema>;
export type LksRule = LksParameters['rules'][number];

/** The row in force on a day. @throws RangeError before the first row: callers check validFrom */
export const inForceOn = <Row extends { readonly from: Day }>(rows: readonly Row[], on: Day): Row => {
  const row = rows.findLast(({ from }) => from <= on);
  if (row === undefined) throw new RangeError(`inForceOn: nothing in force on ${on}`);
  return row;
};
