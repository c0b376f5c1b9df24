import { useMemo } from 'react';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { deliveredCoachingParameters } from '#shared/domain/coaching/delivered-coaching-parameters.ts';
import { bundledCoachingParameters, type CoachingParameters } from '#shared/domain/coaching/coaching-parameters.ts';

/** The region's regimes of coaching, as far as they are on this device. */
export function useCoachingParameters(): CoachingParameters {
  const device = useDevice();
  const region = useLive(useMemo(() => device.regionFile(), [device]));
  return useMemo(() => {
    if (region.kind !== 'ready') return bundledCoachingParameters;
    const documents = region.value.documents.map(({ groups }) => groups.document).filter((document) => document?.id === bundledCoachingParameters.id);
    return deliveredCoachingParameters(documents.map((document) => document?.content));
  }, [region]);
}
