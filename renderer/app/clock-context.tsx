import { useEffect, useState } from 'react';
import { useApp } from './app-context.tsx';

/** The time on this device, redrawn now and then, so that "vandaag" is still true after midnight. @param everyMs [ms] */
export function useNowMs(everyMs = 30_000): number {
  const { clock } = useApp();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock.nowMs()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return nowMs;
}
