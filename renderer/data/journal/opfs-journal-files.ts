import type { JournalFile } from '#shared/sync/journal/journal-port.ts';
import type { JournalFiles } from './journal-files.ts';
import { createOpfsJournalFile } from './opfs-journal-file.ts';

/** More windows of one person than this share nothing: the next one has no second copy, and says so. */
const mostWindows = 8;
/** A window that starts takes every place for a moment; the next one waits for it this long [ms]. */
const startWithinMs = 10_000;

/**
 * A file a window, in slots. A Web Lock holds a slot as long as its window lives, however it ends; a slot that can be
 * locked is nobody's, and what lies in it was left behind.
 */
export function createOpfsJournalFiles(): JournalFiles {
  return {
    async claim(userId) {
      const endTurn = await waitForLock(`veldwerk-journal-start-${userId}`, startWithinMs);
      const held: Held[] = [];
      for (let slot = 0; slot < mostWindows; slot += 1) {
        const unlock = await tryLock(`veldwerk-journal-${userId}-${slot}`);
        if (unlock !== null) held.push({ unlock, file: { place: String(slot), ...createOpfsJournalFile(`${userId}.${slot}.journal`) } });
      }
      const [own, ...others] = held;
      if (own === undefined) {
        endTurn();
        throw new Error('journal: every slot is taken');
      }
      const letGo = ({ file, unlock }: Held) => {
        file.close();
        unlock();
      };
      const releaseAbandoned = () => {
        others.splice(0).forEach(letGo);
        endTurn();
      };
      return {
        own: own.file,
        abandoned: others.map((other) => other.file),
        releaseAbandoned,
        release() {
          releaseAbandoned();
          letGo(own);
        },
      };
    },
  };
}

interface Held {
  readonly file: JournalFile & { close(): void };
  readonly unlock: () => void;
}

function tryLock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((unlock) => resolve(unlock));
      })
      .catch(reject);
  });
}

/** @throws DOMException when another window holds it too long */
function waitForLock(name: string, withinMs: number): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(name, { signal: AbortSignal.timeout(withinMs) }, () => new Promise<void>((unlock) => resolve(unlock))).catch(reject);
  });
}
