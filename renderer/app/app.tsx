import { useCallback, useState } from 'react';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import { UnlockFlow } from '#renderer/features/unlock/unlock-flow.tsx';
import type { UserId } from '#shared/domain/ids.ts';
import { DeviceProvider } from './device-context.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { paths } from './paths.ts';
import { UnlockedApp } from './unlocked-app.tsx';

/** Locked or unlocked: there is nothing in between, and nothing of a person on the screen while locked. */
export function App() {
  const [device, setDevice] = useState<UnlockedDevice | null>(null);
  const [lastUser, setLastUser] = useState<UserId | null>(null);
  const opened = useCallback(
    (unlocked: UnlockedDevice) => {
      // Somebody else begins at the beginning, not in the file that was open.
      if (lastUser !== null && lastUser !== unlocked.principal.userId) window.history.replaceState(null, '', paths.home);
      setLastUser(unlocked.principal.userId);
      setDevice(unlocked);
    },
    [lastUser],
  );
  const locked = useCallback(() => setDevice(null), []);
  return (
    <ErrorBoundary around="app">
      {device === null ? (
        <UnlockFlow lastUser={lastUser} onUnlocked={opened} />
      ) : (
        <DeviceProvider device={device}>
          <UnlockedApp onLocked={locked} />
        </DeviceProvider>
      )}
    </ErrorBoundary>
  );
}
