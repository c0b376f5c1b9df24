import { z } from 'zod';
import { daySchema, lineSchema, requiredLineSchema, weeklyHoursSchema } from '../field-types.ts';
import { recordIdSchema } from '../ids.ts';

export const placementForms = ['loondienst', 'detachering-individueel', 'detachering-groep', 'proefplaatsing', 'leerwerkplek', 'beschut-werk'] as const;
/** Work without a wage, beside a benefit that goes on: there is nothing to subsidise. @source DOMAIN "Placement, coaching, nazorg" */
const unpaidForms: readonly string[] = ['proefplaatsing', 'leerwerkplek'] satisfies readonly (typeof placementForms)[number][];
export const isPaidWork = ({ form }: Pick<PlacementFacts, 'form'>): boolean => !unpaidForms.includes(form);

export const endReasons = ['contract-afgelopen', 'opgezegd-door-werknemer', 'opgezegd-door-werkgever', 'doorstroom', 'ziekte-of-zorg', 'anders'] as const;
export const benefitExits = ['geen', 'partieel', 'volledig'] as const;

/** Why a proefplaatsing takes longer than two months: a word and no text, for the manager reads these facts. */
export const trialReasons = ['meer-inwerktijd', 'weinig-uren', 'onderbroken', 'andere-taken', 'anders'] as const;
/** What must be so for it to be a proefplaatsing. @source DOMAIN "Placement, coaching, nazorg" */
export const trialConditions = ['contract-van-zes-maanden', 'zelfde-uren', 'nieuw-in-deze-functie', 'verzekerd'] as const;

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
  /** Of a proefplaatsing, as it was agreed; absent in records from before this was asked, and of all other work. */
  trialThrough: daySchema.nullable().optional(),
  trialReason: z.enum(trialReasons, 'choice.unknown').nullable().optional(),
  trialConditions: z.array(z.enum(trialConditions, 'choice.unknown')).max(trialConditions.length, 'list.tooLong').optional(),
});

export type PlacementFacts = z.output<typeof placementFactsSchema>;
