import { useCallback, useEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { forgetWindowState } from '#renderer/ui-state/forget-window-state.ts';
import { useApp } from './app-context.tsx';
import { DayTurns } from './day-turns.tsx';
import { useDevice, useLive } from './device-context.tsx';
import { RegionGuard } from './region-guard.tsx';
import { Shell } from './shell.tsx';
import { useIdleLock } from './use-idle-lock.ts';

/** Everything behind the lock. It goes blank the moment the device says that it is locked. */
export function UnlockedApp({ onLocked }: { readonly onLocked: () => void }) {
  const device = useDevice();
  const { clock, shell } = useApp();
  const locked = useLive(device.locked);
  // Drafts first: the device asks every open form to save before the key leaves memory.
  const lock = useCallback(() => void device.lock(), [device]);
  const locksSoon = useIdleLock(clock, lock);
  useEffect(() => shell?.onLock(lock), [shell, lock]);
  useEffect(() => {
    if (!locked) return;
    forgetWindowState();
    onLocked();
  }, [locked, onLocked]);
  if (locked) return null;
  return (
    // A page that waits for a quiet moment loses the first letters of who presses Ctrl+K and types on.
    <BrowserRouter useTransitions={false}>
      <DayTurns />
      <RegionGuard>
        <Shell lock={lock} locksSoon={locksSoon} />
      </RegionGuard>
    </BrowserRouter>
  );
}
