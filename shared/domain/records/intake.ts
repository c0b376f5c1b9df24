import { z } from 'zod';
import { daySchema, requiredLineSchema, textSchema } from '../field-types.ts';
import { userIdSchema } from '../ids.ts';
import { candidateGroups, entrances, labourMarketRelations } from './candidate.ts';

/** What may be counted, without an answer: the manager's projection is exactly this group. */
export const intakeFactsSchema = z.looseObject({
  heldOn: daySchema,
  /** Where the talk was: at a bedrijfspoort, in the municipality, in the Toekomstplein. */
  entrance: z.enum(entrances, 'choice.unknown'),
  heldBy: userIdSchema,
});

/** Which version of the form was asked. A published version never changes, so the answers stay readable by it. */
export const formReferenceSchema = z.looseObject({ id: z.string().max(64), version: z.int().min(1) });

const plainAnswerSchema = z.union([z.string().max(10_000, 'text.tooLong'), z.number(), z.boolean(), z.null(), z.array(z.string().max(200, 'text.tooLong')).max(60, 'list.tooLong')]);

/** By the id of the question. Which questions there are is the region's, by version; a list holds items of answers. */
export const intakeAnswersSchema = z.looseObject({
  form: formReferenceSchema,
  given: z
    .record(z.string().max(64), z.union([plainAnswerSchema, z.array(z.record(z.string().max(64), plainAnswerSchema)).max(60, 'list.tooLong')]))
    .refine((given) => Object.keys(given).length <= 300, 'list.tooLong'),
});

/** What a person decided, and beside it what the form's rules proposed: who reads it later sees both. Present: never changed again. */
export const intakeDecisionSchema = z.looseObject({
  decidedOn: daySchema,
  candidateGroup: z.literal([...candidateGroups], 'choice.unknown'),
  labourMarketRelation: z.enum(labourMarketRelations, 'choice.unknown'),
  selfReliance: z.int('choice.unknown').min(1, 'choice.unknown').max(5, 'choice.unknown'),
  /** What the rules of that form version proposed; null when they had nothing to say. */
  suggestedGroup: z.literal([...candidateGroups], 'choice.unknown').nullable(),
  /** Why, in the words that stood on the screen. */
  suggestedBecause: z.array(requiredLineSchema(300)).max(20, 'list.tooLong'),
  /** Words of the form's version, so that a region may have steps of its own. */
  nextSteps: z.array(z.string().max(64)).max(20, 'list.tooLong'),
  explanation: textSchema(4_000),
});

export type IntakeFacts = z.output<typeof intakeFactsSchema>;
export type IntakeDecision = z.output<typeof intakeDecisionSchema>;
