/** Something that can be killed or stand still: a window with everything that runs in it, or the server. */
export class Process {
  readonly name: string;
  alive = true;
  frozen = false;
  /** What became due while it stood still, in order. */
  readonly held: (() => boolean | void)[] = [];

  constructor(name: string) {
    this.name = name;
  }
}

interface Event {
  readonly atMs: number;
  readonly order: number;
  /** @returns false when nothing came of it: a time limit of something that is over */
  readonly run: () => boolean | void;
  readonly process: Process | null;
  cancelled: boolean;
}

/** Virtual time. Events of one moment run in the order in which they were made; nothing here waits for a real clock. */
export class Schedule {
  nowMs: number;
  /** Time that was slept away, everywhere at once. */
  #leaptMs = 0;
  #orders = 0;
  #events: Event[] = [];

  constructor(startMs: number) {
    this.nowMs = startMs;
  }

  /** @returns how to call it off */
  after(delayMs: number, run: () => boolean | void, process: Process | null = null): () => void {
    this.#orders += 1;
    const event: Event = { atMs: this.nowMs - this.#leaptMs + delayMs, order: this.#orders, run, process, cancelled: false };
    this.#push(event);
    return () => void (event.cancelled = true);
  }

  /** What a frozen process missed happens now, one after the other. */
  thaw(process: Process): void {
    process.frozen = false;
    for (const run of process.held.splice(0)) this.after(0, run, process);
  }

  /** Everyone sleeps: all that was due later is due as much later. */
  leap(byMs: number): void {
    this.#leaptMs += byMs;
    this.nowMs += byMs;
  }

  /** Runs what is due until then, and tells after each event. */
  async runUntil(untilMs: number, afterEach: () => boolean): Promise<void> {
    // What was begun by hand since the last event goes as far as it can: nothing is killed in the middle of a microtask.
    await settled();
    if (!afterEach()) return;
    for (;;) {
      const event = this.#events[0];
      if (event === undefined || event.atMs + this.#leaptMs > untilMs) break;
      this.#pop();
      if (event.cancelled || event.process?.alive === false) continue;
      this.nowMs = Math.max(this.nowMs, event.atMs + this.#leaptMs);
      if (event.process?.frozen === true) {
        event.process.held.push(event.run);
        continue;
      }
      if (event.run() === false) continue;
      await settled();
      if (!afterEach()) return;
    }
    this.nowMs = Math.max(this.nowMs, untilMs);
  }

  #push(event: Event): void {
    const heap = this.#events;
    let at = heap.length;
    heap.push(event);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as Event;
      if (!isBefore(event, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = event;
  }

  #pop(): void {
    const heap = this.#events;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Event, heap[child] as Event)) child += 1;
      if (!isBefore(heap[child] as Event, last)) break;
      heap[at] = heap[child] as Event;
      at = child;
    }
    heap[at] = last;
  }
}

const isBefore = (a: Event, b: Event) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

/** All promises that can go on without another event have gone on: everything here runs in microtasks. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
