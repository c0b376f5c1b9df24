import { useMemo } from 'react';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { deliveredForms, type DeliveredForms } from '#shared/forms/delivered-forms.ts';

/** The versions of a form on this device: those of the release and those that the region published. @returns null while reading */
export function useRegionForm(formId: string): DeliveredForms | null {
  const device = useDevice();
  const file = useLive(useMemo(() => device.regionFile(), [device]));
  return useMemo(() => {
    if (file.kind === 'loading') return null;
    // A region that cannot be read has no forms of its own; the release's are here.
    const documents = file.kind === 'failed' ? [] : file.value.documents.flatMap(({ groups: { document } }) => (document === undefined ? [] : [document]));
    return deliveredForms(formId, documents);
  }, [file, formId]);
}

/** Where a draft notes the version it was begun with: a version that arrives meanwhile changes no question under somebody's hands. */
export const formVersionKey = 'formVersion';
