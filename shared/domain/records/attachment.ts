import { z } from 'zod';
import { daySchema, lineSchema } from '../field-types.ts';
import { recordIdSchema } from '../ids.ts';

export const attachmentMediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type AttachmentMediaType = (typeof attachmentMediaTypes)[number];

/** A photo as a phone makes it is below this; a film is not meant to be one [bytes]. */
export const largestAttachmentBytes = 30 * 1024 * 1024;

/** The id of the record and of its content: a UUID in lower case, because it becomes the name of a file. */
export const attachmentIdSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'id.invalid');

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'attachment.checksum');

/**
 * What is known of an attachment. Its content lies beside the record under the record's id, and never changes: these
 * facts must fit it [ATT2]. There is no name of a file in here: people name a photo after the person in it.
 */
export const attachmentFactsSchema = z.looseObject({
  /** The visit it was taken at; null when it only belongs to the candidate. */
  visitId: recordIdSchema.nullable(),
  takenOn: daySchema,
  mediaType: z.enum(attachmentMediaTypes, 'attachment.mediaType'),
  sizeBytes: z.int('attachment.size').min(1, 'attachment.size').max(largestAttachmentBytes, 'attachment.tooLarge'),
  sha256: sha256Schema,
  description: lineSchema(200),
});

export type AttachmentFacts = z.output<typeof attachmentFactsSchema>;
