import { z } from 'zod';
import { dossierIdSchema, opIdSchema, recordIdSchema, userIdSchema } from '../domain/ids.ts';
import { kindSchema } from '../domain/kinds.ts';
import { signedOperationSchema } from './operation.ts';
import { versionSchema } from './version.ts';

/** The most operations in one batch [count]; a device comes to it only while the server answers within a second. */
export const pushBatchSize = 1_000;

export const pushRequestSchema = z.strictObject({ operations: z.array(signedOperationSchema).min(1).max(pushBatchSize) });

/**
 * Per operation: `received` it is in the server's hands and its outcome comes with the next pull; `later` try again;
 * `unreadable` it has no readable id, so it can never be pulled as a refusal: the device itself lists it.
 */
export const pushAnswerSchema = z.discriminatedUnion('answer', [
  z.looseObject({ opId: opIdSchema, answer: z.literal('received') }),
  z.looseObject({ opId: opIdSchema, answer: z.literal('later') }),
  z.looseObject({ index: z.int().min(0), answer: z.literal('unreadable') }),
]);
export const pushResponseSchema = z.looseObject({ answers: z.array(pushAnswerSchema) });

export const violationSchema = z.looseObject({
  path: z.array(z.union([z.string(), z.number()])),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const refusalReasons = ['not-allowed', 'invalid', 'frozen', 'not-author', 'signature', 'payload-hash', 'same-id-other-payload', 'protocol', 'wrong-user'] as const;

/** What became of an operation. It settles the operation; nothing else does [PULL3]. */
export const outcomeSchema = z.discriminatedUnion('outcome', [
  z.looseObject({
    outcome: z.literal('applied'),
    opId: opIdSchema,
    recordId: recordIdSchema,
    n: z.int().min(0),
    receivedAtMs: z.int(),
    /** Long text of two people was put together without loss [CON2]. */
    merged: z.boolean().optional(),
  }),
  z.looseObject({
    outcome: z.literal('conflict'),
    opId: opIdSchema,
    recordId: recordIdSchema,
    /** The groups that somebody else had changed in between. */
    groups: z.array(z.string()),
    /** What stands there now in those of them that exist: at which version, by whom, since when by the server's clock. */
    current: z.record(z.string(), z.looseObject({ version: versionSchema, changedBy: userIdSchema, changedAtMs: z.int() })).optional(),
    receivedAtMs: z.int(),
  }),
  z.looseObject({
    outcome: z.literal('refused'),
    opId: opIdSchema,
    recordId: recordIdSchema,
    // A reason that this app does not know yet is still a refusal.
    reason: z.enum(refusalReasons).catch('invalid'),
    violations: z.array(violationSchema),
    receivedAtMs: z.int(),
  }),
  /** The person's rights had ended: the work lies in *overdracht*, with its author and time [FGT2]. */
  z.looseObject({ outcome: z.literal('handed-over'), opId: opIdSchema, recordId: recordIdSchema, receivedAtMs: z.int() }),
  /** A person decided this conflict, by the operation named [CON4]. */
  z.looseObject({ outcome: z.literal('resolved'), opId: opIdSchema, recordId: recordIdSchema, by: opIdSchema, receivedAtMs: z.int() }),
]);

export const storedGroupSchema = z.looseObject({
  version: versionSchema,
  changedBy: userIdSchema,
  changedAtMs: z.int(),
  data: z.json(),
});

export const storedRecordSchema = z.looseObject({
  dossierId: dossierIdSchema,
  recordId: recordIdSchema,
  kind: kindSchema,
  createdBy: userIdSchema,
  /** When anything of this row last moved for its readers, in the server's order [PULL5]. */
  n: z.int().min(0),
  groups: z.record(z.string(), storedGroupSchema),
});

/**
 * A pull is a stream of lines (NDJSON): one `head`, any number of `dossier` lines, one `tail`. Without its tail a page
 * did not arrive whole and nothing of it counts [PULL4].
 */
export const pullHeadSchema = z.looseObject({ line: z.literal('head'), epoch: z.int().min(1), serverTimeMs: z.int() });
export const pullDossierSchema = z.looseObject({ line: z.literal('dossier'), dossierId: dossierIdSchema, records: z.array(storedRecordSchema) });
export const pullTailSchema = z.looseObject({
  line: z.literal('tail'),
  cursor: z.int().min(0),
  /** True while there is more to fetch right away. */
  more: z.boolean(),
  /** Records that this pull will still bring after this page [count]; for the progress bar. */
  remaining: z.int().min(0),
  outcomes: z.array(outcomeSchema),
  /** Dossiers that left the person's rights. */
  forget: z.array(dossierIdSchema),
  /** Everything up to this n is in the server's own backup; the journal may be trimmed past it. */
  backedUpThrough: z.int().min(0),
  /** Over all rows that the reader may see, at `cursor`; only when there is no more [DIG1]. */
  digest: z.string().max(64).optional(),
});

/** `own`: the reader's own caseload first, without moving the cursor, so that it is usable before the rest came [PULL8]. */
export const pullLanes = ['all', 'own'] as const;
export type PullLane = (typeof pullLanes)[number];

export type PushAnswer = z.output<typeof pushAnswerSchema>;
export type PushResponse = z.output<typeof pushResponseSchema>;
export type Outcome = z.output<typeof outcomeSchema>;
export type RefusalReason = (typeof refusalReasons)[number];
export type PullTail = z.output<typeof pullTailSchema>;
