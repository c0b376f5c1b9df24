import type { Clock } from '#shared/lib/clock.ts';
import type { Randomness } from '#shared/lib/random.ts';
import { backoffDelayMs, longestDelayMs } from '#shared/sync/backoff.ts';
import { ContentLost, type ContentStore, type ContentToSend } from '#shared/sync/content-port.ts';
import type { Timer } from './engine.ts';
import type { Sending, SendOutcome } from './upload-content.ts';

export interface ContentLoop {
  /** The server was just spoken to, or a person asks: a good moment [BACK3]. */
  wake(): void;
  stop(): void;
}

export interface ContentLoopParts {
  readonly store: ContentStore;
  readonly send: (content: ContentToSend, sent: (sentBytes: number) => void) => Sending;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly timer: Timer;
  /** A content is there, or never will be: its record can go now. */
  readonly settled: () => void;
  /** Something the loop does not understand: told once, tried again later. */
  readonly fault: (error: unknown) => void;
}

/** So many contents in a round may end in something that is no answer of ours, before it is the line's fault and not theirs [count]. */
const mostStumbles = 10;

/**
 * Sends contents one after the other, beside the loop that sends operations: a photo of 25 MB on a slow line never holds
 * up a note [ATT10]. It begins when it is first woken, which is after the notes had their turn.
 */
export function startContentLoop({ store, send, clock, randomness, timer, settled, fault }: ContentLoopParts): ContentLoop {
  let stopped = false;
  let running = false;
  let wokenWhileRunning = false;
  let failures = 0;
  let sending: Sending | null = null;
  let endWait: (() => void) | null = null;
  /** A server that asks for patience gets it: no note that went, and no click, shortens this wait [PUSH8]. */
  let isPatient = false;

  const sendOne = async (content: ContentToSend): Promise<SendOutcome | 'damaged' | 'unread'> => {
    try {
      sending = send(content, (sentBytes) => void store.noteSent(content.attachmentId, sentBytes).catch(fault));
      return await sending.done;
    } catch (error) {
      fault(error);
      // What was kept cannot be opened any more: it is said. A disk or a key that is away now is no reason to say so. The others go on.
      return error instanceof ContentLost ? 'damaged' : 'unread';
    } finally {
      sending = null;
    }
  };

  /** @returns how long to wait before trying again [ms], or null when nothing is left to try */
  const runRound = async (): Promise<number | null> => {
    await store.tidy(clock.nowMs());
    let left = 0;
    let stumbles = 0;
    for (const content of await store.waiting()) {
      const outcome = await sendOne(content);
      if (outcome === 'damaged' || (outcome !== 'unread' && (outcome.kind === 'sent' || outcome.kind === 'refused'))) {
        await store.settle(content.attachmentId, outcome === 'damaged' ? 'damaged' : outcome.kind, clock.nowMs());
        failures = 0;
        settled();
      } else if (outcome === 'unread' || outcome.kind === 'again') left += 1;
      // A server that stumbles over this one may take the next: a hundred old photos never hold up a new one [ATT10].
      else if ((outcome.problem.kind === 'server-fault' || outcome.problem.kind === 'garbled' || outcome.problem.kind === 'too-large') && (stumbles += 1) < mostStumbles) left += 1;
      else {
        failures += 1;
        const delayMs = backoffDelayMs(failures, randomness);
        isPatient = outcome.problem.kind === 'busy';
        // No word of a proxy keeps a photo here for longer than any other wait [BACK2].
        return outcome.problem.kind === 'busy' ? Math.max(delayMs, Math.min(longestDelayMs, outcome.problem.retryAfterMs)) : delayMs;
      }
    }
    if (left === 0) return null;
    failures += 1;
    return backoffDelayMs(failures, randomness);
  };

  const run = async (): Promise<void> => {
    if (running || stopped) {
      wokenWhileRunning = true;
      return;
    }
    running = true;
    endWait?.();
    endWait = null;
    let delayMs: number | null;
    try {
      do {
        wokenWhileRunning = false;
        delayMs = await runRound();
      } while (wokenWhileRunning && delayMs === null && !stopped);
    } catch (error) {
      fault(error);
      failures += 1;
      delayMs = backoffDelayMs(failures, randomness);
    }
    running = false;
    if (!stopped && delayMs !== null) {
      endWait = timer.wait(delayMs, () => {
        isPatient = false;
        void run();
      });
    }
  };

  return {
    wake: () => void (isPatient && !running ? undefined : run()),
    stop() {
      stopped = true;
      endWait?.();
      sending?.stop();
    },
  };
}
