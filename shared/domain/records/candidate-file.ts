import { z } from 'zod';
import { daySchema, lineSchema, minutesSchema, requiredLineSchema, textSchema, weeklyHoursSchema } from '../field-types.ts';

/*
 * What a file says beside who somebody is and where they stand. Each is a group of its own: it is asked by itself, changed
 * by itself, and read by those who need it. In terms of work; there is no field for an illness, and there will be none.
 */

/** On what somebody stands in the doelgroepregister. `praktijkroute`: a loonwaarde below 100 % was measured at work. */
export const registerGrounds = ['participatiewet', 'praktijkroute', 'pro-vso', 'wajong', 'wsw', 'wiw-id', 'voorziening'] as const;
export const registerStandings = ['niet', 'aangevraagd', 'opgenomen'] as const;

/** The doelgroepregister, which UWV keeps; its end follows from `ceasedOn` (`endOfRegister`). */
export const registerSchema = z.looseObject({
  standing: z.enum(registerStandings, 'choice.unknown'),
  ground: z.enum(registerGrounds, 'choice.unknown').nullable(),
  beganOn: daySchema.nullable(),
  /** The day from which the conditions were not met any more. */
  ceasedOn: daySchema.nullable(),
});

export const sharingParties = ['werkgevers', 'uwv', 'gemeente', 'school', 'hulpverlening', 'familie'] as const;
export const consentForms = ['schriftelijk', 'mondeling'] as const;

/** With whom we may share, since when, and when the person took it back. */
export const consentSchema = z.looseObject({
  sharing: z
    .array(
      z.looseObject({
        party: z.enum(sharingParties, 'choice.unknown'),
        form: z.enum(consentForms, 'choice.unknown'),
        givenOn: daySchema,
        withdrawnOn: daySchema.nullable(),
      }),
    )
    .max(20, 'list.tooLong'),
});

export const workObligations = ['volledig', 'gedeeltelijk', 'tijdelijk-ontheven', 'geen'] as const;
/** @source Participatiewet art. 9 lid 2 and 5, art. 9a; a ground of the law, never its cause */
export const exemptionGrounds = ['zorg-voor-jong-kind', 'mantelzorg', 'dringende-redenen', 'volledig-en-duurzaam'] as const;

export const obligationsSchema = z.looseObject({
  workObligation: z.enum(workObligations, 'choice.unknown'),
  exemptions: z
    .array(z.looseObject({ ground: z.enum(exemptionGrounds, 'choice.unknown'), beganOn: daySchema, endsOn: daySchema.nullable() }))
    .max(10, 'list.tooLong'),
  /** What was agreed about looking for work, training, the language. */
  agreed: textSchema(2_000),
});

export const abilitiesSchema = z.looseObject({
  can: textSchema(4_000),
  /** What helps at work: quiet, fixed tasks, somebody near. */
  helps: textSchema(2_000),
  /** What the work must take account of. */
  limits: textSchema(2_000),
});

/** The sections of the SBI in everyday words, as far as people here look for work in them. */
export const branches = ['bouw', 'detailhandel', 'groen', 'horeca', 'ict', 'industrie', 'kantoor', 'logistiek', 'onderwijs', 'overheid', 'schoonmaak', 'techniek', 'vervoer', 'zorg', 'anders'] as const;

export const wishesSchema = z.looseObject({
  wishes: textSchema(2_000),
  branches: z.array(z.enum(branches, 'choice.unknown')).max(branches.length, 'list.tooLong'),
});

export const transports = ['lopend', 'fiets', 'openbaar-vervoer', 'auto', 'wordt-gebracht'] as const;

export const availabilitySchema = z.looseObject({
  availableFrom: daySchema.nullable(),
  hoursPerWeek: weeklyHoursSchema.nullable(),
  /** Days and times: "ma t/m do, niet voor 9 uur". */
  times: lineSchema(200),
  transport: z.enum(transports, 'choice.unknown').nullable(),
  /** The longest journey to work, one way [min]. */
  travelMinutes: minutesSchema(240).nullable(),
  drivingLicence: z.boolean(),
});

/** Whoever has one has havo, vwo or mbo 2 at least; without it somebody below 23 is followed by the RMC. */
export const startkwalificaties = ['ja', 'nee', 'onbekend'] as const;
export const schoolTypes = ['pro', 'vso', 'vmbo', 'mbo-entree', 'mbo', 'havo-vwo', 'hoger', 'geen'] as const;

export const youthSchema = z.looseObject({
  startkwalificatie: z.enum(startkwalificaties, 'choice.unknown'),
  schoolType: z.enum(schoolTypes, 'choice.unknown').nullable(),
  school: lineSchema(120),
  leftSchoolOn: daySchema.nullable(),
  /** Reported to the Regionaal Meld- en Coördinatiepunt. */
  rmc: z.boolean(),
  rmcContact: lineSchema(120),
});

/** People know the year, seldom the day; empty when they do not know that either. */
const yearSchema = z.string().regex(/^((19|20)\d\d)?$/, 'candidate.yearInvalid');

export const educationLevels = ['basisonderwijs', 'pro-vso', 'vmbo', 'havo-vwo', 'mbo-1', 'mbo-2', 'mbo-3', 'mbo-4', 'hbo', 'universiteit', 'cursus', 'buitenland'] as const;

export const educationSchema = z.looseObject({
  courses: z
    .array(
      z.looseObject({
        level: z.enum(educationLevels, 'choice.unknown'),
        name: requiredLineSchema(120),
        endedIn: yearSchema,
        diploma: z.boolean(),
      }),
    )
    .max(15, 'list.tooLong'),
});

export const experienceSchema = z.looseObject({
  jobs: z
    .array(
      z.looseObject({
        jobTitle: requiredLineSchema(120),
        employer: lineSchema(120),
        beganIn: yearSchema,
        endedIn: yearSchema,
        tasks: lineSchema(300),
      }),
    )
    .max(20, 'list.tooLong'),
});

