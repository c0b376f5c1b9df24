import { z } from 'zod';
import { daySchema, lineSchema, requiredLineSchema, weeklyHoursSchema } from '../field-types.ts';
import { recordIdSchema } from '../ids.ts';

export const placementForms = ['loondienst', 'detachering-individueel', 'detachering-groep', 'proefplaatsing', 'leerwerkplek', 'beschut-werk'] as const;
export const endReasons = ['contract-afgelopen', 'opgezegd-door-werknemer', 'opgezegd-door-werkgever', 'doorstroom', 'ziekte-of-zorg', 'anders'] as const;
export const benefitExits = ['geen', 'partieel', 'volledig'] as const;

export const placementFactsSchema = z.looseObject({
  employerId: recordIdSchema,
  /** Kept beside the id, because the employer's own file may not be on this laptop. */
  employerName: requiredLineSchema(120),
  workPlaceId: recordIdSchema.nullable(),
  jobTitle: lineSchema(120),
  form: z.enum(placementForms, 'choice.unknown'),
  hoursPerWeek: weeklyHoursSchema,
  beganOn: daySchema,
  endedOn: daySchema.nullable(),
  endReason: z.enum(endReasons, 'choice.unknown').nullable(),
  benefitExit: z.enum(benefitExits, 'choice.unknown'),
  /** Counts for the banenafspraak; beschut werk never does. */
  banenafspraak: z.boolean(),
  prioritair: z.boolean(),
  /** First day of a forfaitary subsidy of 50 %, which lasts at most six months; absent or null: there is none. */
  forfaitaryFrom: daySchema.nullable().optional(),
});

export type PlacementFacts = z.output<typeof placementFactsSchema>;
