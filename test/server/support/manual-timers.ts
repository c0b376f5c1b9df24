import type { Timers } from '#server/live/timers.ts';

/** Time that passes when the test says so. */
export class ManualTimers implements Timers {
  #nowMs = 0;
  readonly #waiting = new Set<{ atMs: number; readonly everyMs: number | null; readonly work: () => void }>();

  every(intervalMs: number, work: () => void): () => void {
    return this.#wait({ atMs: this.#nowMs + intervalMs, everyMs: intervalMs, work });
  }

  after(delayMs: number, work: () => void): () => void {
    return this.#wait({ atMs: this.#nowMs + delayMs, everyMs: null, work });
  }

  advance(byMs: number): void {
    this.#nowMs += byMs;
    for (const each of this.#waiting) {
      if (each.atMs > this.#nowMs) continue;
      if (each.everyMs === null) this.#waiting.delete(each);
      else each.atMs = this.#nowMs + each.everyMs;
      each.work();
    }
  }

  #wait(each: { atMs: number; readonly everyMs: number | null; readonly work: () => void }): () => void {
    this.#waiting.add(each);
    return () => this.#waiting.delete(each);
  }
}
