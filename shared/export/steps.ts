/** Work that pauses now and then with the share that is done [0..1]. Who runs it decides how long a pause is. */
export type Steps<Result> = Generator<number, Result, void>;

/** Runs it without pauses, for tests, servers and small amounts. */
export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
