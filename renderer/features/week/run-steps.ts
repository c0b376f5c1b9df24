import type { Steps } from '#shared/export/steps.ts';

export interface StepRunner {
  /** @returns a clock for measuring [ms] */
  nowMs(): number;
  /** Gives the screen its turn: it may draw and hear the keyboard before the work goes on. */
  pause(): Promise<void>;
}

const windowStepRunner: StepRunner = {
  nowMs: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
};

/** Short enough that a key pressed meanwhile is answered in the next frame. */
const sliceMs = 10;

/**
 * Runs work on this thread without holding it: after every 10 ms the screen has its turn.
 * @param onShare hears the share that is done [0..1] at every pause
 * @returns the result, or null when `signal` ended it
 */
export async function runSteps<Result>(steps: Steps<Result>, signal: AbortSignal, onShare: (share: number) => void = () => undefined, runner: StepRunner = windowStepRunner): Promise<Result | null> {
  let sliceBeganMs = runner.nowMs();
  for (;;) {
    if (signal.aborted) return null;
    const step = steps.next();
    if (step.done === true) return step.value;
    if (runner.nowMs() - sliceBeganMs < sliceMs) continue;
    onShare(step.value);
    await runner.pause();
    sliceBeganMs = runner.nowMs();
  }
}
