import { findPairs, type ComparedFile, type PossiblePair } from '#shared/domain/candidate/duplicates.ts';
import type { JoinLine } from '#shared/sync/joins.ts';
import { allAtOnce } from './all-at-once.ts';

/** All files compared, with nothing known of before. */
export function possiblePairs(files: readonly ComparedFile[], decided: Iterable<JoinLine>): readonly PossiblePair[] {
  return allAtOnce(findPairs(files, decided, new Map())).pairs;
}
