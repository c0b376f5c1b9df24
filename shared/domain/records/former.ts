import { z } from 'zod';
import { opIdSchema, recordIdSchema, userIdSchema } from '../ids.ts';

/**
 * What a candidate's groups held before one change. The server lays it in the dossier in the same step as the change, one
 * record per operation; no device writes it. Its groups are named like the candidate's and have the same rights, so who may
 * not read a BSN does not read an earlier one either.
 */
export const formerAboutSchema = z.looseObject({
  recordId: recordIdSchema,
  /** The operation that took the place of these values, and whose. */
  opId: opIdSchema,
  changedBy: userIdSchema,
  /** The server's clock [ms]. */
  changedAtMs: z.int(),
  /** By the clock of the author's device: shown, never believed [ms]. */
  authoredAtMs: z.int(),
});

/** One group as it stood. It is history: what held when it was written need not hold by a rule of today. */
export const formerValueSchema = z.looseObject({ data: z.json(), changedBy: userIdSchema, changedAtMs: z.int() });

export type FormerValue = z.output<typeof formerValueSchema>;
