import { z } from 'zod';

/** A form definition or a parameter table, delivered like any record: new ones need no release. */
export const regionDocumentSchema = z.looseObject({
  id: z.string().max(64),
  version: z.int().min(1),
  content: z.json(),
});

export type RegionDocument = z.output<typeof regionDocumentSchema>;
