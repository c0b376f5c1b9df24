import type { Timers } from './timers.ts';

/**
 * Does the work when called; calls that come while it runs, or within the pause after its start, become one more run.
 * Work that fails is left: the next call tries again.
 */
export function inTurns(timers: Timers, pauseMs: number, work: () => Promise<void>): () => void {
  let resting = false;
  let again = false;
  const call = (): void => {
    again = resting;
    if (resting) return;
    resting = true;
    const pause = new Promise<void>((resolve) => void timers.after(pauseMs, resolve));
    void Promise.allSettled([work(), pause]).then(() => {
      resting = false;
      if (again) call();
    });
  };
  return call;
}
