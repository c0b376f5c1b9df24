import { describe, expect, it } from 'vitest';
import { controls, plants } from './plants/plants.ts';
import type { Plant } from './plants/plant.ts';
import { simulate } from './run.ts';

/** Most are found within ten runs, and all well before this many: another seed or a changed world must not decide it. */
const mostRuns = 300;

/** @returns the number of runs until something broke, or null */
async function runsUntilFound(plant: Plant, most: number): Promise<number | null> {
  for (let seed = 1; seed <= most; seed += 1) if ((await simulate(seed, { plant })).breach !== null) return seed;
  return null;
}

describe('a planted mistake is found', () => {
  it.each(plants.map((plant) => [plant.name, plant.what, plant] as const))('%s: %s', async (_name, _what, plant) => {
    expect(await runsUntilFound(plant, mostRuns)).not.toBeNull();
  }, 600_000);
});

describe('what only looks like a mistake is not', () => {
  it.each(controls.map((plant) => [plant.name, plant] as const))('%s', async (_name, plant) => {
    expect(await runsUntilFound(plant, 40)).toBeNull();
  }, 120_000);
});
