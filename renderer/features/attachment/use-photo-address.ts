import { useEffect, useState } from 'react';
import { useDevice } from '#renderer/app/device-context.tsx';
import type { RecordId } from '#shared/domain/ids.ts';

/**
 * The address of a photo for an `<img>`.
 * @param here whether its content is on this device, as far as known: asked again when that changes
 * @returns null while it is being opened, and when it is not here
 */
export function usePhotoAddress(attachmentId: RecordId, here: boolean): string | null {
  const device = useDevice();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void (async () => {
      const found = here ? await device.attachmentAddress(attachmentId) : null;
      if (!gone) setAddress(found);
    })();
    return () => {
      gone = true;
    };
  }, [device, attachmentId, here]);
  return address;
}
