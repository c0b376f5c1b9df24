import type { Timer } from './engine.ts';

/** A leader says that it lives this often [ms]. */
export const aliveEveryMs = 5_000;
/** A leader that is silent this long has frozen [ms] [WIN2]. */
export const frozenAfterMs = 20_000;

export interface LeaderParts {
  /** Runs `lead` while the lock is held, and calls `lost` when another window took it. `steal` takes it from a holder. */
  readonly lock: (steal: boolean, lead: () => void, lost: () => void) => void;
  /** Tells the other windows that this one leads and lives. */
  readonly sayAlive: () => void;
  readonly timer: Timer;
  readonly lead: () => void;
  /** Another window leads now: stop, and wait again. */
  readonly follow: () => void;
}

/**
 * One window of a person runs the loop [WIN1]; another takes over when it freezes [WIN2].
 * @returns `heardAlive`, to be called for each sign of life of a leader elsewhere, and `end`
 */
export function electLeader({ lock, sayAlive, timer, lead, follow }: LeaderParts): { heardAlive(): void; end(): void } {
  let leading = false;
  let ended = false;
  let endWait: (() => void) | null = null;

  const beat = () => {
    sayAlive();
    endWait = timer.wait(aliveEveryMs, beat);
  };
  const take = (steal: boolean) => {
    lock(
      steal,
      () => {
        if (ended) return;
        leading = true;
        endWait?.();
        beat();
        lead();
      },
      () => {
        if (ended) return;
        leading = false;
        endWait?.();
        follow();
        take(false);
        watch();
      },
    );
  };
  const watch = () => {
    endWait?.();
    endWait = timer.wait(frozenAfterMs, () => {
      if (!leading && !ended) take(true);
    });
  };
  take(false);
  if (!leading) watch();
  return {
    heardAlive() {
      if (!leading) watch();
    },
    end() {
      ended = true;
      endWait?.();
    },
  };
}
