import type { Clock } from '#shared/lib/clock.ts';
import type { Randomness } from '#shared/lib/random.ts';

/** This device's clock, for showing. */
export const systemClock: Clock = { nowMs: () => Date.now() };

export const systemRandomness: Randomness = {
  uuid: () => crypto.randomUUID(),
  fraction: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};
