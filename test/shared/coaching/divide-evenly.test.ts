import { describe, expect, it } from 'vitest';
import { divideEvenly, divideRest } from '#shared/domain/coaching/divide-evenly.ts';

describe('dividing the time of one visit over several people', () => {
  it('a group of 6 in 120 minutes has 20 each', () => expect(divideEvenly(120, 6)).toEqual([20, 20, 20, 20, 20, 20]));

  it('what does not divide goes to the first, a minute each', () => {
    expect(divideEvenly(100, 3)).toEqual([34, 33, 33]);
    expect(divideEvenly(5, 4)).toEqual([2, 1, 1, 1]);
    expect(divideEvenly(0, 3)).toEqual([0, 0, 0]);
  });

  it('the shares always add up, and differ by one at most', () => {
    for (let whole = 0; whole <= 600; whole += 7) {
      for (let people = 1; people <= 30; people += 1) {
        const shares = divideEvenly(whole, people);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('what was set by hand stays, the rest is divided', () => {
    expect(divideRest(120, [60, null, null])).toEqual([60, 30, 30]);
    expect(divideRest(100, [null, 33, null])).toEqual([34, 33, 33]);
    expect(divideRest(90, [45, 45])).toEqual([45, 45]);
  });

  it('shares that cannot be right are none', () => {
    expect(divideRest(60, [61, null])).toBeNull();
    expect(divideRest(60, [20, 20])).toBeNull();
  });

  it('nobody and half minutes are a mistake of the caller', () => {
    expect(() => divideEvenly(10, 0)).toThrow(RangeError);
    expect(() => divideEvenly(1.5, 2)).toThrow(RangeError);
  });
});
