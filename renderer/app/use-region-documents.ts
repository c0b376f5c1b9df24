import { useMemo } from 'react';
import { useDevice, useLive } from './device-context.tsx';

export interface RegionDocument {
  readonly recordId: string;
  readonly id: string;
  readonly version: number;
  readonly content: unknown;
}

const none: readonly RegionDocument[] = [];

/** The region's forms, figures and lists as they are on this device; the same array until one of them changes. */
export function useRegionDocuments(): readonly RegionDocument[] {
  const device = useDevice();
  const file = useLive(useMemo(() => device.regionFile(), [device]));
  return useMemo(() => {
    if (file.kind !== 'ready') return none;
    return file.value.documents.flatMap(({ recordId, groups: { document } }) => (document === undefined ? [] : [{ recordId, id: document.id, version: document.version, content: document.content }]));
  }, [file]);
}
