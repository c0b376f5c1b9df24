import { useEffect, useState } from 'react';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import type { ContentOfRecord } from '#renderer/data/queries/content-addresses.ts';
import type { RecordId } from '#shared/domain/ids.ts';

/** `opening`: also while the server is asked. `away`: it cannot be had now. */
export type PhotoAddress = { readonly kind: 'opening' | 'away' } | { readonly kind: 'here'; readonly address: string };

const opening: PhotoAddress = { kind: 'opening' };

/**
 * The address of a photo for an `<img>`. What is not to be had is asked again when there is a connection again.
 * @param facts of its record; without it only this device is asked. The same object for as long as they are the same
 */
export function usePhotoAddress(attachmentId: RecordId, facts?: ContentOfRecord): PhotoAddress {
  const device = useDevice();
  const isConnected = useLive(device.syncStatus).connection === 'connected';
  const [found, setFound] = useState<PhotoAddress>(opening);
  const isHere = found.kind === 'here';
  useEffect(() => {
    if (isHere) return undefined;
    let gone = false;
    void (async () => {
      const address = await device.attachmentAddress(attachmentId, facts);
      if (!gone) setFound(address === null ? { kind: 'away' } : { kind: 'here', address });
    })();
    return () => {
      gone = true;
    };
  }, [device, attachmentId, facts, isConnected, isHere]);
  return found;
}
