import { describe, expect, it } from 'vitest';
import { simulate } from './run.ts';

describe('[I8] one seed is one story', () => {
  it('the same seed gives the same trace, also when other runs came in between', async () => {
    const seeds = [3, 17, 101, 999];
    const first = [];
    for (const seed of seeds) first.push((await simulate(seed)).hash);
    const again = [];
    for (const seed of seeds.toReversed()) again.push((await simulate(seed)).hash);
    expect(again.toReversed()).toEqual(first);
    expect(new Set(first).size).toBe(seeds.length);
  });

  it('reading it changes nothing of it', async () => {
    const read = await simulate(42, { trace: true });
    expect(read.hash).toBe((await simulate(42)).hash);
    expect(read.lines.length).toBeGreaterThan(20);
  });
});
