import type { Randomness } from '../lib/random.ts';

const firstDelayMs = 1_000;
/** No wait is longer [ms] [BACK2]. */
export const longestDelayMs = 30_000;

/**
 * Wait before the next attempt: doubles from 1 s, never above 30 s, with half of it random so that a region's laptops
 * do not all return in the same second.
 * @param attempt failed attempts so far [count], 1 or more
 * @returns delay [ms], 500..30 000
 * @source SPEC.md BACK1-BACK3
 */
export function backoffDelayMs(attempt: number, randomness: Randomness): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, attempt - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * randomness.fraction());
}
