import { createContext, useCallback, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import type { Live, Loaded } from '#renderer/data/live.ts';
import type { Draft, DossierView, UnsentItem } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';

const DeviceContext = createContext<UnlockedDevice | null>(null);

export function DeviceProvider({ device, children }: { readonly device: UnlockedDevice; readonly children: ReactNode }) {
  return <DeviceContext value={device}>{children}</DeviceContext>;
}

/** @throws Error on a screen that is shown while the device is locked */
export function useDevice(): UnlockedDevice {
  const device = useContext(DeviceContext);
  if (device === null) throw new Error('useDevice: the device is locked here');
  return device;
}

/** Draws the component again whenever the value outside React changes. `live` must be the same object on every draw. */
export function useLive<Value>(live: Live<Value>): Value {
  const subscribe = useCallback((changed: () => void) => live.subscribe(changed), [live]);
  const current = useCallback(() => live.current(), [live]);
  return useSyncExternalStore(subscribe, current);
}

export function useDossier(dossierId: DossierId): Loaded<DossierView | null> {
  const device = useDevice();
  return useLive(useMemo(() => device.dossier(dossierId), [device, dossierId]));
}

export function useDrafts(dossierId: DossierId): Loaded<readonly Draft[]> {
  const device = useDevice();
  return useLive(useMemo(() => device.drafts(dossierId), [device, dossierId]));
}

export function useUnsent(): Loaded<readonly UnsentItem[]> {
  const device = useDevice();
  return useLive(useMemo(() => device.unsent(), [device]));
}
