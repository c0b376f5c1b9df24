import { expect, it } from 'vitest';
import { backoffDelayMs } from '#shared/sync/backoff.ts';

const delays = (fraction: number) => [1, 2, 3, 4, 5, 6, 50].map((attempt) => backoffDelayMs(attempt, { fraction: () => fraction, uuid: () => '' }));

it('[BACK1] [BACK2] doubles from a second to half a minute, and half of each wait is chance: a region’s laptops do not all come back at once', () => {
  expect(delays(1)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(delays(0)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});
