/** Time for what happens by itself. Injected: a test moves it by hand. */
export interface Timers {
  /** @returns how to end it */
  every(intervalMs: number, work: () => void): () => void;
  after(delayMs: number, work: () => void): () => void;
}

/** They keep no process alive. */
export const realTimers: Timers = {
  every(intervalMs, work) {
    const timer = setInterval(work, intervalMs).unref();
    return () => clearInterval(timer);
  },
  after(delayMs, work) {
    const timer = setTimeout(work, delayMs).unref();
    return () => clearTimeout(timer);
  },
};
