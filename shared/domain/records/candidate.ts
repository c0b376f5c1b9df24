import { z } from 'zod';
import { bsnSchema } from '../bsn.ts';
import { daySchema, lineSchema, requiredLineSchema, textSchema } from '../field-types.ts';
import { userIdSchema } from '../ids.ts';
import { municipalitySchema } from '../municipalities.ts';

export const entrances = ['bedrijfspoort', 'lokale-toegangspoort', 'toekomstplein', 'internet', 'jongerenloket'] as const;
export const regelingen = ['participatiewet', 'wajong', 'wsw', 'wia', 'ww', 'nugger'] as const;
/** 1 werkfit, 2 tijdelijke ondersteuning, 3 structurele ondersteuning, 4 zeer intensieve begeleiding. */
export const candidateGroups = [1, 2, 3, 4] as const;
export const labourMarketRelations = ['werk', 'ontwikkeling-naar-werk', 'werk-met-structurele-ondersteuning', 'zorg-of-ontheffing'] as const;

/** Why a registration was closed. What somebody left for is counted; why they are ill is not asked. */
export const closeReasons = ['werk-zonder-ondersteuning', 'verhuisd', 'eigen-verzoek', 'naar-zorg', 'pensioen', 'overleden', 'geen-contact', 'dubbel', 'anders'] as const;

export const identitySchema = z.looseObject({
  givenName: requiredLineSchema(80),
  namePrefix: lineSchema(20),
  familyName: requiredLineSchema(80),
  birthDate: daySchema,
});

/** A group of its own, because who may see a name may not always see a BSN. */
export const bsnGroupSchema = z.looseObject({ bsn: bsnSchema });

export const contactSchema = z.looseObject({
  phone: lineSchema(30),
  email: lineSchema(120),
  street: lineSchema(120),
  postcode: lineSchema(10),
  place: lineSchema(80),
});

export const registrationSchema = z.looseObject({
  municipality: municipalitySchema,
  entrance: z.enum(entrances, 'choice.unknown'),
  registeredOn: daySchema,
  closedOn: daySchema.nullable(),
  /** Files from before this was asked have none. */
  closeReason: z.enum(closeReasons, 'choice.unknown').nullable().optional(),
});

export const statusSchema = z.looseObject({
  regeling: z.enum(regelingen, 'choice.unknown'),
  candidateGroup: z.literal([...candidateGroups], 'choice.unknown'),
  labourMarketRelation: z.enum(labourMarketRelations, 'choice.unknown'),
  /** Zelfredzaamheid, 1 (acute problems) to 5 (fully self-reliant). */
  selfReliance: z.int('choice.unknown').min(1, 'choice.unknown').max(5, 'choice.unknown'),
  prioritair: z.boolean(),
});

/**
 * Why somebody moved to where they stand, written with the move in one operation. A group of its own: the manager counts
 * moves and reads no reasons.
 */
export const moveSchema = z.looseObject({ movedOn: daySchema, reason: textSchema(1_000).refine((text) => text.trim() !== '', 'candidate.moveReasonRequired') });

/** One contact per role. Who stands here has the candidate in their caseload. */
export const teamSchema = z.looseObject({
  jobcoach: userIdSchema.nullable(),
  consultant: userIdSchema.nullable(),
  expert: userIdSchema.nullable(),
});

export type CandidateGroup = (typeof candidateGroups)[number];
export type CandidateIdentity = z.output<typeof identitySchema>;
export type CandidateRegistration = z.output<typeof registrationSchema>;
export type CandidateStatus = z.output<typeof statusSchema>;
export type CandidateTeam = z.output<typeof teamSchema>;
