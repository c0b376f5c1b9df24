import { useEffect, useState } from 'react';
import { useApp } from './app-context.tsx';

/**
 * The time on this device, redrawn now and then, so that "vandaag" is still true after midnight; and at once when somebody
 * comes back to the window: a laptop that slept has a timer that did too. @param everyMs [ms]
 */
export function useNowMs(everyMs = 30_000): number {
  const { clock } = useApp();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => {
    const look = () => setNowMs(clock.nowMs());
    const timer = setInterval(look, everyMs);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [clock, everyMs]);
  return nowMs;
}
