import { z } from 'zod';
import { bsnSchema } from '../domain/bsn.ts';
import { daySchema } from '../domain/field-types.ts';
import { municipalitySchema } from '../domain/municipalities.ts';
import { regelingen } from '../domain/records/candidate.ts';
import { consentForms, educationLevels, registerGrounds, registerStandings, transports } from '../domain/records/candidate-file.ts';

/** What UWV is asked to judge. @source Participatiewet art. 10b (beschut werk), art. 38b Wfsv (banenafspraak) */
export const indicationKinds = ['banenafspraak', 'beschut-werk'] as const;
export type IndicationKind = (typeof indicationKinds)[number];

const text = z.string();

/**
 * The region's own format of a request to UWV for an indication, version 1; its README says what each part is for. Strict:
 * a program that reads it can rely on nothing else being there. It is the only document with a whole BSN, because UWV
 * cannot find the person without; there is no place in it for an illness or its cause.
 */
export const indicationRequestSchema = z.strictObject({
  format: z.literal('veldwerk-indicatieaanvraag'),
  version: z.literal(1),
  kind: z.enum(indicationKinds),
  requestedOn: daySchema,
  /** Pseudonymous number of the file here, to name in an answer. */
  reference: text.min(1).max(64),
  applicant: z.strictObject({ organisation: text.min(1), name: text.min(1), municipality: municipalitySchema }),
  candidate: z.strictObject({
    bsn: bsnSchema,
    givenName: text.min(1),
    namePrefix: text,
    familyName: text.min(1),
    birthDate: daySchema,
    street: text,
    postcode: text,
    place: text,
    phone: text,
    email: text,
  }),
  situation: z.strictObject({
    regeling: z.enum(regelingen),
    register: z.strictObject({ standing: z.enum(registerStandings), ground: z.enum(registerGrounds).nullable(), beganOn: daySchema.nullable() }).nullable(),
  }),
  /** Without it nothing may be sent. */
  consent: z.strictObject({ givenOn: daySchema, form: z.enum(consentForms) }),
  /** In terms of work. */
  abilities: z.strictObject({ can: text.min(1), helps: text, limits: text }),
  availability: z
    .strictObject({ hoursPerWeek: z.number().nullable(), times: text, transport: z.enum(transports).nullable(), travelMinutes: z.int().nullable() })
    .nullable(),
  education: z.array(z.strictObject({ level: z.enum(educationLevels), name: text, endedIn: text, diploma: z.boolean() })),
  experience: z.array(z.strictObject({ jobTitle: text, employer: text, beganIn: text, endedIn: text })),
  placement: z.strictObject({ employer: text.min(1), jobTitle: text, hoursPerWeek: z.number(), beganOn: daySchema }).nullable(),
  loonwaarde: z.strictObject({ measuredOn: daySchema, percentage: z.int().min(0).max(100) }).nullable(),
});

export type IndicationRequest = z.output<typeof indicationRequestSchema>;
