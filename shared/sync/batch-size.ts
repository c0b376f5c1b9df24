import { pushBatchSize } from './protocol.ts';

/** The first batch of a round: small enough to be answered within a second on a slow line [count]. */
export const firstBatchSize = 100;
/** What a batch should take from being sent to being answered [ms]. */
const batchWithinMs = 1_000;
/** A clock that jumped, or one answer that was quick by chance, changes a size by no more than this. */
export const mostGrowth = 4;
/** Smaller ones would only cost more requests [count]. */
const smallestByTime = 25;

/**
 * How many operations the next batch may have [count]. A request, a lock and a commit cost the same for one operation as for
 * a thousand; but a batch that is on its way for half a minute is lost as a whole when the line is.
 * @param size of the batch that was answered [count] @param tookMs how long that took, by whatever clock
 * @param ceiling what was found to be too large in this round, halved [count]
 */
export function nextBatchSize(size: number, tookMs: number, ceiling: number = pushBatchSize): number {
  const growth = Math.min(mostGrowth, Math.max(0.5, batchWithinMs / Math.max(1, tookMs)));
  const grown = Math.max(Math.min(size, smallestByTime), Math.floor(size * growth));
  return Math.max(1, Math.min(grown, ceiling, pushBatchSize));
}
