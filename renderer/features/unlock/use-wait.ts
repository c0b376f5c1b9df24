import { useCallback, useEffect, useState } from 'react';
import { useApp } from '#renderer/app/app-context.tsx';

/** Counts down the wait after wrong passphrases. @returns whole seconds still to wait, and the way to begin a wait [ms] */
export function useWait(): { readonly secondsLeft: number; readonly wait: (durationMs: number) => void } {
  const { clock } = useApp();
  const [until, setUntil] = useState<number | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (until === null) return;
    const tick = () => {
      const left = Math.ceil((until - clock.nowMs()) / 1_000);
      setSecondsLeft(Math.max(0, left));
      if (left <= 0) setUntil(null);
    };
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [clock, until]);
  const wait = useCallback(
    (durationMs: number) => {
      if (durationMs <= 0) return;
      setSecondsLeft(Math.ceil(durationMs / 1_000));
      setUntil(clock.nowMs() + durationMs);
    },
    [clock],
  );
  return { secondsLeft, wait };
}
