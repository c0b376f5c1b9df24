import { useCallback, useEffect, useState } from 'react';
import { useApp } from '#renderer/app/app-context.tsx';
import type { TimerMoment } from '#shared/domain/loonwaarde/work-timer.ts';

/** Both clocks as they stand now. The counter of a page begins with the page, so its beginning names it. */
export function useTimerMoment(): () => TimerMoment {
  const { clock } = useApp();
  return useCallback(() => ({ atMs: clock.nowMs(), ticksMs: performance.now(), session: String(performance.timeOrigin) }), [clock]);
}

/** The same, drawn anew each second while `running`: also right after the screen was off. */
export function useTickingMoment(running: boolean): TimerMoment {
  const read = useTimerMoment();
  const [moment, setMoment] = useState(read);
  useEffect(() => {
    if (!running) return;
    const tick = () => setMoment(read());
    tick();
    const timer = setInterval(tick, 1_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [read, running]);
  return moment;
}
