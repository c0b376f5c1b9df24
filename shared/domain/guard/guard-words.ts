import { z } from 'zod';

/** What a found word seems to be; each has its own explanation beside the field. */
export const guardKinds = ['diagnosis', 'medication', 'treatment', 'cause'] as const;
export type GuardKind = (typeof guardKinds)[number];

/** One word or several; small letters, digits, hyphens; a star at its begin or end stands for any letters: "*stoornis". */
const termSchema = z
  .string()
  .max(60)
  .regex(/^\*?[\p{L}\p{N}]+([ -][\p{L}\p{N}]+)*\*?$/u, 'A term is one or more words, with a star only at its begin or end.')
  // Two letters with a star would find half the language.
  .refine((term) => term.replaceAll('*', '').length >= (term.includes('*') ? 4 : 2), 'A term with a star has at least four letters.');

const guardTermSchema = z.strictObject({
  term: termSchema,
  kind: z.enum(guardKinds),
  /** An everyday word too: it counts only when one of the words of `aboutAPerson` stands in the same sentence. */
  onlyAboutAPerson: z.boolean().optional(),
});

/**
 * The words of the guard as data, so that a region adds what it misses and drops what cries wolf, without a release. A term in
 * capitals ("MS") is found in capitals only.
 */
export const guardWordsSchema = z.strictObject({
  id: z.literal('guard-words'),
  version: z.int().min(1).max(9_999),
  terms: z.array(guardTermSchema).max(2_000),
  /** Words, in each form of theirs, that say it is about somebody's own health: "slikt", "gebruikt". */
  aboutAPerson: z.array(termSchema).max(200),
  /** What is never an alarm, though a term is in it: "MS Teams". */
  allowed: z.array(termSchema).max(1_000),
});

export type GuardTerm = z.output<typeof guardTermSchema>;
export type GuardWords = z.output<typeof guardWordsSchema>;

export const guardWordsId = 'guard-words';
