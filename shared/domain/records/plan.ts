import { z } from 'zod';
import { daySchema, lineSchema, requiredLineSchema, textSchema } from '../field-types.ts';
import { recordIdSchema, userIdSchema } from '../ids.ts';
import { formReferenceSchema } from './intake.ts';

/** What may be counted, without a word of text: the manager's projection is this group and `agreed`. */
export const planFactsSchema = z.looseObject({
  madeOn: daySchema,
  /** 1 for the first plan, one more with each review [count]. */
  version: z.int().min(1).max(999),
  /** The version that this one takes the place of. */
  replaces: recordIdSchema.nullable(),
  /** When the version before was looked back on together; null for the first. */
  reviewedOn: daySchema.nullable(),
  nextReviewOn: daySchema,
  madeBy: userIdSchema,
});

export const workObligations = ['volledig', 'gedeeltelijk', 'tijdelijk-ontheven'] as const;

/**
 * What is put to use on the way, by what it is for; the first version of the form did not ask. A region has its own words
 * beside these. Of care only that it is there, never what for.
 * @source DOMAIN "Words", instrument
 */
export const planInstruments = {
  directInstruments: ['proefplaatsing', 'bemiddeling'],
  developmentInstruments: ['leerwerkplek', 'training', 'begeleiding'],
  structuralInstruments: ['loonkostensubsidie', 'jobcoach', 'detachering-individueel', 'detachering-groep', 'beschut-werk', 'no-riskpolis', 'werkplekaanpassing', 'jobcarving'],
  careInstruments: ['dagbesteding', 'hulp-gemeente'],
} as const;

export type InstrumentKind = keyof typeof planInstruments;

export const instrumentKinds = ['directInstruments', 'developmentInstruments', 'structuralInstruments', 'careInstruments'] as const satisfies readonly InstrumentKind[];

const instrumentsSchema = z.array(z.string().max(64)).max(30, 'list.tooLong').optional();

/**
 * The plan van aanpak in terms of work: no diagnosis, no cause.
 * @source Participatiewet art. 44a; DOMAIN "Words", plan van aanpak
 */
export const planContentSchema = z.looseObject({
  form: formReferenceSchema,
  goal: requiredLineSchema(300),
  /** What the person does themself. */
  ownPart: textSchema(4_000).refine((text) => text.trim() !== '', 'text.required'),
  /** Methodical steps, in their order. */
  steps: z.array(z.looseObject({ step: requiredLineSchema(300) })).max(20, 'list.tooLong'),
  promisingBranches: z.array(z.string().max(64)).max(30, 'list.tooLong'),
  directInstruments: instrumentsSchema,
  developmentInstruments: instrumentsSchema,
  structuralInstruments: instrumentsSchema,
  careInstruments: instrumentsSchema,
  extraSupport: textSchema(4_000),
  learningPotential: textSchema(4_000),
  possibilities: textSchema(4_000),
  /** In terms of work, never the cause. */
  limits: textSchema(4_000),
  workObligation: z.enum(workObligations, 'choice.unknown'),
  /** A temporary exemption always ends. */
  exemptUntil: daySchema.nullable(),
  /** What follows if the agreements are not kept. */
  consequences: textSchema(4_000),
  /** How the version before went; empty for the first. */
  lookingBack: textSchema(4_000),
});

/** Agreements bind both sides: the candidate, and who helps. */
export const planAgreementOwners = ['kandidaat', 'werkbedrijf', 'gemeente', 'werkgever'] as const;

export const planAgreementsSchema = z.looseObject({
  items: z
    .array(
      z.looseObject({
        /** Stays the same in the next version of the plan, so that its outcome stays with it. */
        id: recordIdSchema,
        owner: z.enum(planAgreementOwners, 'choice.unknown'),
        what: requiredLineSchema(300),
        dueOn: daySchema,
      }),
    )
    .max(30, 'list.tooLong'),
});

/** Both said yes. From then on this version never changes; a review makes the next one. */
export const planAgreedSchema = z.looseObject({
  agreedOn: daySchema,
  /** Who heard it from the candidate. */
  agreedBy: userIdSchema,
});

export const planOutcomes = ['nagekomen', 'deels', 'niet-nagekomen', 'vervallen'] as const;

/** What became of one agreement. A record of its own: two people may note one offline, and the plan itself stays as agreed. */
export const planOutcomeFactsSchema = z.looseObject({
  planId: recordIdSchema,
  agreementId: recordIdSchema,
  outcome: z.enum(planOutcomes, 'choice.unknown'),
  notedOn: daySchema,
  notedBy: userIdSchema,
  /** In terms of work. */
  remark: lineSchema(300),
  /** The outcome that stood there when this one was noted: no clock decides which came later. */
  replaces: recordIdSchema.nullable(),
});

export type PlanFacts = z.output<typeof planFactsSchema>;
export type PlanContent = z.output<typeof planContentSchema>;
export type PlanAgreement = z.output<typeof planAgreementsSchema>['items'][number];
export type PlanAgreed = z.output<typeof planAgreedSchema>;
export type PlanOutcomeFacts = z.output<typeof planOutcomeFactsSchema>;
