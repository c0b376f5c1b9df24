import { z } from 'zod';
import { day } from '../../lib/calendar.ts';
import { daySchema } from '../field-types.ts';

const percentageSchema = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, 'parameters.percentage');

/** Of the contract hours, in the first, the second and every later year of coaching [%]. */
const sharesSchema = z.tuple([percentageSchema, percentageSchema, percentageSchema]);

const rowSchema = z.strictObject({
  from: daySchema,
  shares: z.strictObject({ licht: sharesSchema, midden: sharesSchema, intensief: sharesSchema }),
  /** After how long the next contact is suggested, by the risk that the visit found [days]. */
  nextContactDays: z.strictObject({ goed: z.int().min(1).max(366), 'let-op': z.int().min(1).max(366), 'dreigende-uitval': z.int().min(1).max(366), sick: z.int().min(1).max(366) }),
  source: z.string().min(1).max(300),
});

/** The regimes of coaching: dated, and delivered like any table, because sources disagree and end. */
export const coachingParametersSchema = z.strictObject({
  format: z.literal(1, 'parameters.newerFormat'),
  id: z.literal('coaching-parameters'),
  version: z.int().min(1),
  rows: z
    .array(rowSchema)
    .min(1, 'parameters.empty')
    .refine((rows) => rows.every((row, index) => index === 0 || (rows[index - 1]?.from ?? '') < row.from), 'parameters.notAscending'),
});

export type CoachingParameters = z.output<typeof coachingParametersSchema>;
export type CoachingParametersRow = CoachingParameters['rows'][number];

/** What an app knows before its region has told it anything. */
export const bundledCoachingParameters: CoachingParameters = {
  format: 1,
  id: 'coaching-parameters',
  version: 1,
  rows: [
    {
      from: day('2015-01-01'),
      shares: { licht: ['6', '3', '3'], midden: ['10', '5', '3'], intensief: ['15', '7.5', '6'] },
      nextContactDays: { goed: 28, 'let-op': 14, 'dreigende-uitval': 7, sick: 7 },
      source: 'Protocol Jobcoach UWV: begeleidingsregimes licht, midden en intensief',
    },
  ],
};

/** The row in force; before the first row the first one holds, because a grant of long ago must still be shown. */
export function coachingRowOn({ rows }: CoachingParameters, on: string): CoachingParametersRow {
  const row = rows.findLast(({ from }) => from <= on) ?? rows[0];
  if (row === undefined) throw new RangeError('coachingRowOn: no rows');
  return row;
}
