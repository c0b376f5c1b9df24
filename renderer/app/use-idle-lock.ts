import { useEffect, useRef, useState } from 'react';
import type { Clock } from '#shared/lib/clock.ts';

/** SECURITY "On the device": five minutes without a touch of keyboard, mouse or screen. [ms] */
export const idleLimitMs = 5 * 60_000;
/** The warning comes this long before locking, so that someone who reads can stay. [ms] */
export const idleWarningMs = 30_000;
const checkEveryMs = 1_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Locks after five minutes without activity. It compares clock readings instead of trusting one long timer: a laptop
 * that slept for nine hours locks at its first second awake.
 * @returns whether locking is less than half a minute away
 */
export function useIdleLock(clock: Clock, lock: () => void): boolean {
  const [locksSoon, setLocksSoon] = useState(false);
  const lockRef = useRef(lock);
  useEffect(() => {
    lockRef.current = lock;
  }, [lock]);
  useEffect(() => {
    let lastActiveMs = clock.nowMs();
    let done = false;
    const check = () => {
      if (done) return;
      const nowMs = clock.nowMs();
      // A clock set back must not keep a laptop open: count again from the new time.
      if (nowMs < lastActiveMs) lastActiveMs = nowMs;
      const leftMs = idleLimitMs - (nowMs - lastActiveMs);
      if (leftMs <= 0) {
        done = true;
        lockRef.current();
      } else setLocksSoon(leftMs <= idleWarningMs);
    };
    const active = () => {
      check();
      if (done) return;
      lastActiveMs = clock.nowMs();
      setLocksSoon(false);
    };
    const seen = () => {
      if (document.visibilityState === 'visible') check();
    };
    for (const sign of signs) window.addEventListener(sign, active, { capture: true, passive: true });
    document.addEventListener('visibilitychange', seen);
    const timer = setInterval(check, checkEveryMs);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
      for (const sign of signs) window.removeEventListener(sign, active, { capture: true });
    };
  }, [clock]);
  return locksSoon;
}
