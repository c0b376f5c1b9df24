import { z } from 'zod';
import type { Condition, FormDefinition } from './form-definition.ts';

/*
 * The shape of a definition as it may come from outside. Strict: a misspelled word in a published form would be a rule
 * that silently does nothing. What must hold between the parts stands in check-form.ts.
 */
const idSchema = z.string().regex(/^[a-z][a-zA-Z0-9]{0,47}$/, 'An id is letters and digits, begins with a small letter, and has at most 48.');
const choiceSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/, 'A choice is small letters, digits and hyphens, at most 48.');
const choicesSchema = z.array(choiceSchema).min(2).max(60);

const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: idSchema, isOneOf: z.array(z.union([z.string().max(48), z.boolean()])).min(1).max(60) }),
    z.strictObject({ all: z.array(conditionSchema).min(1).max(20) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(20) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ differsFromSuggestion: idSchema }),
  ]),
);

const base = {
  id: idSchema,
  writesTo: z.array(idSchema).min(1).max(4).optional(),
  required: z.boolean().optional(),
  shownWhen: conditionSchema.optional(),
};

const plainFields = [
  z.strictObject({ ...base, type: z.literal('day'), leaning: z.enum(['past', 'future']) }),
  z.strictObject({ ...base, type: z.literal('time') }),
  z.strictObject({ ...base, type: z.literal('minutes'), maximum: z.int().min(1).max(1_440), sameAs: idSchema.optional() }),
  z.strictObject({ ...base, type: z.literal('hours'), step: z.union([z.literal(0.25), z.literal(0.5)]), maximum: z.number().min(0.5).max(2_000) }),
  z.strictObject({ ...base, type: z.literal('kilometres'), maximum: z.number().min(1).max(10_000) }),
  z.strictObject({ ...base, type: z.literal('percentage'), fromCounts: z.boolean() }),
  z.strictObject({ ...base, type: z.literal('line'), maximum: z.int().min(1).max(1_000), purpose: z.enum(['email', 'tel', 'name']).optional() }),
  z.strictObject({ ...base, type: z.literal('text'), maximum: z.int().min(1).max(10_000) }),
  z.strictObject({ ...base, type: z.literal('choice'), choices: choicesSchema }),
  z.strictObject({ ...base, type: z.literal('multiple'), choices: choicesSchema }),
  z.strictObject({ ...base, type: z.literal('switch') }),
] as const;

const plainFieldSchema = z.discriminatedUnion('type', plainFields);
const listFieldSchema = z.strictObject({ ...base, type: z.literal('list'), fields: z.array(plainFieldSchema).min(1).max(20), maximum: z.int().min(1).max(60) });
const fieldSchema = z.discriminatedUnion('type', [...plainFields, listFieldSchema]);

const ruleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('notAfterToday'), field: idSchema, code: z.string().max(64) }),
  z.strictObject({ rule: z.literal('requiredWhen'), field: idSchema, when: conditionSchema, code: z.string().max(64) }),
]);

const suggestionSchema = z.strictObject({
  for: idSchema,
  takes: z.enum(['first', 'all']),
  rules: z.array(z.strictObject({ value: choiceSchema, when: conditionSchema, because: z.string().max(96) })).min(1).max(100),
});

const textsSchema = z.record(z.string().max(96), z.string().min(1).max(600));

export const formDefinitionSchema: z.ZodType<FormDefinition> = z.strictObject({
  id: idSchema,
  version: z.int().min(1).max(9_999),
  sections: z.array(z.strictObject({ id: idSchema, shownWhen: conditionSchema.optional(), fields: z.array(fieldSchema).min(1).max(60) })).min(1).max(30),
  rules: z.array(ruleSchema).max(60),
  suggestions: z.array(suggestionSchema).max(10).optional(),
  texts: z.strictObject({ nl: textsSchema, en: textsSchema }),
}) as unknown as z.ZodType<FormDefinition>;
