import { useMemo } from 'react';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { deliveredParameters, type UnusableTable } from '#shared/domain/loonkostensubsidie/delivered-parameters.ts';
import { lksParametersId, type LksParameters } from '#shared/domain/loonkostensubsidie/lks-parameters.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import { ownCertificate } from './own-certificate.ts';

/** What a measurement takes from the region's own file. */
export interface MeasurementRegion {
  /** The figures to calculate with: the newest valid table that is here. */
  readonly parameters: LksParameters;
  readonly unusable: readonly UnusableTable[];
  /** Of the person who is here; null when they never filled it in. */
  readonly certificate: Certificate | null;
  /** False while it is still being read. */
  readonly isRead: boolean;
}

export function useRegion(): MeasurementRegion {
  const device = useDevice();
  const file = useLive(useMemo(() => device.regionFile(), [device]));
  return useMemo(() => {
    const region = file.kind === 'ready' ? file.value : { documents: [], certificates: [] };
    const contents = region.documents.flatMap(({ groups: { document } }) => (document?.id === lksParametersId ? [document.content] : []));
    const { current, unusable } = deliveredParameters(contents);
    return { parameters: current, unusable, certificate: ownCertificate(region, device.principal.userId)?.groups.certificate ?? null, isRead: file.kind !== 'loading' };
  }, [file, device]);
}
