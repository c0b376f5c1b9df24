import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordForm } from '#renderer/components/form/use-record-form.ts';
import { Heading } from '#renderer/components/heading.tsx';
import type { DossierId } from '#shared/domain/ids.ts';
import { PhotoDrafts, useAttachmentDrafts } from './photo-drafts.tsx';
import { PhotoPicker } from './photo-picker.tsx';
import { useAddPhotos } from './use-add-photos.ts';
import './photo.css';

export interface VisitPhotosProps {
  readonly dossierId: DossierId;
  readonly draftId: string;
  readonly form: Pick<RecordForm, 'autosave' | 'values'>;
}

/** Photos of a visit that is being recorded: on the disk at once, in the record when the visit is. */
export function VisitPhotos({ dossierId, draftId, form: { autosave, values } }: VisitPhotosProps) {
  const { t } = useTranslation('attachment');
  const titleId = useId();
  const drafts = useAttachmentDrafts(dossierId, draftId);
  const saveDraft = useCallback(() => {
    // A photo alone is a beginning too: without a draft nobody would find it again after a crash.
    autosave.change(values);
    void autosave.flush();
  }, [autosave, values]);
  const photos = useAddPhotos(dossierId, draftId, saveDraft);
  return (
    <section aria-labelledby={titleId} className="form-section">
      <Heading level={2} id={titleId}>
        {t('title')}
      </Heading>
      <p className="photo-hint">{t('hint')}</p>
      <PhotoDrafts drafts={drafts} status={t('status.withVisit')} />
      <PhotoPicker photos={photos} />
    </section>
  );
}
