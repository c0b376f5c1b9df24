import { z } from 'zod';
import { daySchema, lineSchema, requiredLineSchema, textSchema, weeklyHoursSchema } from '../field-types.ts';

export const employerIdentitySchema = z.looseObject({
  name: requiredLineSchema(120),
  kvk: z.string().regex(/^[0-9]{8}$/, 'kvk.eightDigits'),
  /** SBI code as text ("10.71"): a leading zero means something. */
  branchCode: lineSchema(10),
  branch: lineSchema(120),
  place: lineSchema(80),
});

export const employerContactsSchema = z.looseObject({
  people: z
    .array(z.looseObject({ name: requiredLineSchema(120), jobTitle: lineSchema(80), phone: lineSchema(30), email: lineSchema(120) }))
    .max(50, 'list.tooLong'),
});

/** v volledig, p partieel, l leerwerk, so structurele ondersteuning. */
export const workPlaceTypes = ['v', 'p', 'l', 'so'] as const;

export const workPlaceFactsSchema = z
  .looseObject({
    type: z.enum(workPlaceTypes, 'choice.unknown'),
    title: requiredLineSchema(120),
    tasks: textSchema(2_000),
    hoursPerWeek: weeklyHoursSchema,
    acquiredOn: daySchema,
    filledOn: daySchema.nullable(),
  });

export type EmployerIdentity = z.output<typeof employerIdentitySchema>;
export type EmployerContacts = z.output<typeof employerContactsSchema>;
export type WorkPlaceFacts = z.output<typeof workPlaceFactsSchema>;
