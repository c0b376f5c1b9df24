import { expect, test } from 'vitest';
import { firstBatchSize, nextBatchSize } from '#shared/sync/batch-size.ts';
import { pushBatchSize } from '#shared/sync/protocol.ts';

const sizes = (count: number, tookMs: (size: number) => number, ceiling = pushBatchSize) => {
  const found = [firstBatchSize];
  for (let size = firstBatchSize; found.length < count; found.push(size)) size = nextBatchSize(size, tookMs(size), ceiling);
  return found;
};

test('[PUSH1] on a fast line a thousand operations are three batches', () => {
  expect(sizes(4, (size) => size / 2)).toEqual([100, 400, 1_000, 1_000]);
});

test('[PUSH1] on a slow line a batch is what goes in a second, and never a handful', () => {
  expect(sizes(5, (size) => size * 20)).toEqual([100, 50, 50, 50, 50]);
  expect(sizes(5, () => 30_000)).toEqual([100, 50, 25, 25, 25]);
});

test('[PUSH7] what was too large is not tried again, and one operation stays a batch', () => {
  expect(sizes(3, () => 10, 150)).toEqual([100, 150, 150]);
  expect(nextBatchSize(1, 30_000)).toBe(1);
  expect(nextBatchSize(1, 30_000, 1)).toBe(1);
});

test('[CLK2] a clock that jumps changes a size by no more than four times, or half', () => {
  for (const jump of [-1e12, 0, 1e12]) {
    const size = nextBatchSize(100, jump);
    expect(size).toBeGreaterThanOrEqual(50);
    expect(size).toBeLessThanOrEqual(400);
  }
});
