import { z } from 'zod';
import { lineSchema } from '../field-types.ts';
import { opIdSchema, recordIdSchema, userIdSchema, type RecordId } from '../ids.ts';

/**
 * Work that did not apply as it came. The server lays it in the dossier, beside what stands there, so that those who
 * must decide see it; it is never written by a device. The signed operation stays the server's evidence.
 */
export const waitingAboutSchema = z.looseObject({
  opId: opIdSchema,
  /** The record that the work is of, which may not exist. */
  recordId: recordIdSchema,
  kind: z.string().max(64),
  /** The groups that it writes. */
  groups: z.array(z.string().max(64)),
  authorId: userIdSchema,
  /** By the clock of the author's device: shown, never believed. */
  authoredAtMs: z.int(),
  receivedAtMs: z.int(),
});

/** The groups as their author wanted them. */
export const waitingContentSchema = z.record(z.string().max(64), z.json());

/** What those now responsible did with what was handed over [FGT4]. */
export const handoverHandlingSchema = z.looseObject({
  choice: z.enum(['taken-over', 'set-aside'], 'choice.unknown'),
  remark: lineSchema(200),
});

/** The kinds of record that hold a conflict; each has other readers [CON5]. */
export const conflictKinds = ['conflict', 'coachConflict', 'teamConflict', 'employerConflict'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Under which id the conflict about an operation lies in the dossier. */
export const conflictRecordId = (opId: string): RecordId => `conflict-${opId}` as RecordId;

/** What a person decided between two values: the one that stood there, the one that waited, or a third [CON5]. */
const conflictChoices = ['current', 'waiting', 'combined'] as const;
export const conflictDecisionSchema = z.looseObject({ choice: z.enum(conflictChoices, 'choice.unknown'), by: opIdSchema });

export type ConflictChoice = (typeof conflictChoices)[number];
