import type { Timer } from './engine.ts';

/** A heartbeat that stays away this long means a dead socket, whatever the browser believes [ms] [LIV2]. */
export const deadAfterMs = 25_000;
const longestReopenMs = 30_000;

/** What the server's stream is to us: a way to hear that something happened, and to close it. */
export interface LiveSource {
  close(): void;
}

export interface LiveParts {
  /** Opens the stream; `heard` is called for every message, heartbeats included, with its name. */
  readonly open: (heard: (message: 'hello' | 'changed' | 'heartbeat') => void, lost: () => void) => LiveSource;
  readonly timer: Timer;
  readonly changed: () => void;
}

/**
 * Listens for "something changed" [LIV1]. It carries no data, and nothing depends on it: polling goes on.
 * @returns the function that ends it
 */
export function listenLive({ open, timer, changed }: LiveParts): () => void {
  let ended = false;
  let source: LiveSource | null = null;
  let endWatch: (() => void) | null = null;
  let failures = 0;

  const reopen = () => {
    source?.close();
    source = null;
    endWatch?.();
    if (ended) return;
    failures += 1;
    endWatch = timer.wait(Math.min(longestReopenMs, 1_000 * 2 ** (failures - 1)), start);
  };
  const watch = () => {
    endWatch?.();
    endWatch = timer.wait(deadAfterMs, reopen);
  };
  const start = () => {
    watch();
    source = open(
      (message) => {
        failures = 0;
        watch();
        // Whatever happened before the stream was open may have been missed.
        if (message !== 'heartbeat') changed();
      },
      reopen,
    );
  };
  start();
  return () => {
    ended = true;
    source?.close();
    endWatch?.();
  };
}
