import { useMemo } from 'react';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import type { Live, Loaded } from '#renderer/data/live.ts';
import type { DossierView } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';

/** Several files at once, in this order; null for one that is not (any more) on this device. */
export function useDossiers(dossierIds: readonly DossierId[]): Loaded<readonly (DossierView | null)[]> {
  const device = useDevice();
  // The same object on every draw as long as the people are the same.
  const key = dossierIds.join(' ');
  const live = useMemo(() => together(key === '' ? [] : key.split(' ').map((dossierId) => device.dossier(dossierId as DossierId))), [device, key]);
  return useLive(live);
}

function together<Value>(lives: readonly Live<Loaded<Value>>[]): Live<Loaded<readonly Value[]>> {
  let seen: readonly Loaded<Value>[] | null = null;
  let value: Loaded<readonly Value[]> = { kind: 'loading' };
  return {
    current() {
      const now = lives.map((live) => live.current());
      if (seen === null || now.some((each, index) => each !== seen?.[index])) {
        seen = now;
        value = combined(now);
      }
      return value;
    },
    subscribe(changed) {
      const stops = lives.map((live) => live.subscribe(changed));
      return () => stops.forEach((stop) => stop());
    },
  };
}

function combined<Value>(parts: readonly Loaded<Value>[]): Loaded<readonly Value[]> {
  if (parts.some(({ kind }) => kind === 'failed')) return { kind: 'failed' };
  const values = parts.flatMap((part) => (part.kind === 'ready' ? [part.value] : []));
  return values.length === parts.length ? { kind: 'ready', value: values } : { kind: 'loading' };
}
