import { Dexie, RangeSet } from 'dexie';

/** Long enough for a disk to get room, short enough for somebody who looks at their words [ms]. */
const retryAfterMs = 2_000;

interface Mind {
  closed(): void;
  opened(): Promise<unknown>;
}

const nothingToMind: Mind = { closed: () => undefined, opened: () => Promise.resolve() };

/**
 * Opens the database again when the browser closed it under us. A full disk does that: Chromium gives the database up at the first
 * write that fails, and Dexie opens it again once; when the disk refuses that as well, it stays closed for good, and nobody could
 * save or send before they closed the window, with what they typed in it.
 * @param wait runs something later [ms]
 * @param mind what must be done about it where kept work lies: Chromium may have thrown the database away, and then an empty one is
 *   open from here on, in the place of it. `closed` is called at once, `opened` until it succeeds; then the screens read again
 * @returns the function that ends it, before the database is closed on purpose
 */
export function keepOpen(database: Dexie, wait: (delayMs: number, run: () => void) => void, mind: Mind = nothingToMind): () => void {
  let isOver = false;
  let isWaiting = false;
  const lookLater = (): void => {
    if (isOver || isWaiting) return;
    isWaiting = true;
    wait(retryAfterMs, () => {
      isWaiting = false;
      if (isOver) return;
      // Somebody's question may have opened it meanwhile.
      void Promise.resolve(database.open()).then(() => mind.opened()).then(readAgain, lookLater);
    });
  };
  database.on('close', () => {
    if (isOver) return;
    mind.closed();
    lookLater();
  });
  // A newer app wants the database: it gets it, and this window must not take it back.
  database.on('versionchange', () => {
    isOver = true;
  });
  return () => {
    isOver = true;
  };
}

/** Questions that failed while it was closed are asked again: their answer is what is on the screen. */
function readAgain(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
}
