import { z } from 'zod';
import { requiredLineSchema, textSchema } from '../field-types.ts';
import { recordIdSchema, userIdSchema } from '../ids.ts';

/** As whom somebody signs. The first three work here and sign in their own name; the others sign on a colleague's device. */
export const professionalRoles = ['expert', 'jobcoach', 'consultant'] as const;
export const signatureRoles = [...professionalRoles, 'employee', 'candidate', 'employer', 'representative'] as const;
/** `declined`: was shown it and did not sign; what they say about it stands in the remark. */
export const signatureMethods = ['drawn', 'typed', 'declined'] as const;

export type SignatureRole = (typeof signatureRoles)[number];
export type SignatureMethod = (typeof signatureMethods)[number];

/** The box in which a signature is drawn: its strokes are whole numbers within it, whatever the screen was. */
export const strokeBox = { width: 1_000, height: 400 } as const;
/** All strokes together [numbers]: two for each point. A name is some hundred points. */
export const mostStrokeNumbers = 4_000;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'signature.hash');

/** What was signed, so that anybody who holds the record can see offline whether it still says the same. */
const signedContentSchema = z.looseObject({
  recordId: recordIdSchema,
  /** A kind of record; not checked against the kinds here, so that a new one needs no change of this schema. */
  kind: z.string().regex(/^[a-zA-Z]{1,40}$/, 'kind.unknown'),
  /** The version of the form that the words were asked with; null for a record without one. */
  form: z.looseObject({ id: z.string().max(64), version: z.int().min(1) }).nullable(),
  /** The groups that the hash is about. */
  groups: z.array(z.string().max(40)).min(1, 'signature.nothing').max(20, 'list.tooLong'),
  /** SHA-256 over the canonical JSON of all of it. */
  contentHash: sha256Schema,
  /** The first 16 characters of a hash per field ('tasks.hoofdtaken'): to say what differs, never to prove that nothing does. */
  parts: z.record(z.string().max(100), z.string().regex(/^[0-9a-f]{16}$/, 'signature.hash')),
});

export const signatureSchema = z.looseObject({
  signs: signedContentSchema,
  role: z.enum(signatureRoles, 'choice.unknown'),
  name: requiredLineSchema(120),
  /** Who of the Werkbedrijf signs; null for employee, candidate and employer. */
  userId: userIdSchema.nullable(),
  /** By the clock of the device; the server's own time stands with the record. */
  signedAtMs: z.int().min(0),
  method: z.enum(signatureMethods, 'choice.unknown'),
  /** The sentence that was agreed with, as it stood on the screen. */
  statement: requiredLineSchema(400),
  remark: textSchema(1_000),
  /** Each stroke as x, y, x, y …; no times and no pressure: a movement can be recognised, and nobody needs it. */
  strokes: z.array(z.array(z.int().min(0).max(1_000)).min(2).max(mostStrokeNumbers)).max(200, 'list.tooLong'),
});

export type SignedContent = z.output<typeof signedContentSchema>;
export type Signature = z.output<typeof signatureSchema>;
