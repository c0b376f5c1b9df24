import { z } from 'zod';
import { daySchema, requiredLineSchema } from '../field-types.ts';
import { userIdSchema } from '../ids.ts';

/** The certificate of a loonwaarde expert. The newest of a person's own is the one that counts. */
export const certificateSchema = z.looseObject({
  holderId: userIdSchema,
  number: requiredLineSchema(60),
  /** Last day on which it is valid. */
  validThrough: daySchema,
});

export type Certificate = z.output<typeof certificateSchema>;
