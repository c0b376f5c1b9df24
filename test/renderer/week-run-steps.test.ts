import { describe, expect, it } from 'vitest';
import { runSteps } from '#renderer/features/week/run-steps.ts';

/** A clock that every step of work moves by 4 ms. */
function work(steps: number) {
  let nowMs = 0;
  let pauses = 0;
  function* counting() {
    for (let step = 1; step <= steps; step += 1) {
      nowMs += 4;
      yield step / steps;
    }
    return 'done';
  }
  const runner = {
    nowMs: () => nowMs,
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
  };
  return { steps: counting(), runner, pauses: () => pauses };
}

describe('work in slices', () => {
  it('pauses after every 10 ms and tells how far it is', async () => {
    const { steps, runner, pauses } = work(9);
    const shares: number[] = [];
    expect(await runSteps(steps, new AbortController().signal, (share) => shares.push(share), runner)).toBe('done');
    expect(pauses()).toBe(3);
    expect(shares).toEqual([3 / 9, 6 / 9, 1]);
  });

  it('stops at the next step when it is no longer wanted', async () => {
    const { steps, runner } = work(1_000);
    const ending = new AbortController();
    expect(await runSteps(steps, ending.signal, (share) => share > 0.1 && ending.abort(), runner)).toBeNull();
  });
});
