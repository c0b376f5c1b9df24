import { useCallback } from 'react';
import type { RecordForm } from '#renderer/components/form/use-record-form.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { useAddPhotos, type AddPhotos } from './use-add-photos.ts';

/** New photos of something that is being recorded: stored with its draft, which is saved for them. */
export function usePhotosOfForm(dossierId: DossierId, draftId: string, { autosave, values }: Pick<RecordForm, 'autosave' | 'values'>): AddPhotos {
  const saveDraft = useCallback(() => {
    // A photo alone is a beginning too: without a draft nobody would find it again after a crash.
    autosave.change(values);
    void autosave.flush();
  }, [autosave, values]);
  return useAddPhotos(dossierId, draftId, saveDraft);
}
