import { z } from 'zod';
import { daySchema } from '../field-types.ts';
import { dossierIdSchema } from '../ids.ts';

/** `joined`: one person, shown as one file that `kept` leads. `separate`: two people, or joined by mistake. */
const joinDecisions = ['joined', 'separate'] as const;
const joinGrounds = ['bsn', 'name-and-birth-date', 'person'] as const;

/**
 * What a person decided about two dossiers. Nothing is moved or deleted: joining is a way of showing, so it can be taken
 * back, and whoever may see only one of the two goes on with that one. It lies in the first of the two by id, under an id
 * made of both (`joinIdOf`): two people who decide the same pair offline meet in one record.
 */
export const joinFactsSchema = z.looseObject({
  kept: dossierIdSchema,
  joined: dossierIdSchema,
  decision: z.enum(joinDecisions, 'choice.unknown'),
  ground: z.enum(joinGrounds, 'choice.unknown'),
  decidedOn: daySchema,
});

export type JoinFacts = z.output<typeof joinFactsSchema>;
