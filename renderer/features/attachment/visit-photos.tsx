import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordForm } from '#renderer/components/form/use-record-form.ts';
import { Heading } from '#renderer/components/heading.tsx';
import type { AttachmentDraft } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { PhotoDrafts } from './photo-drafts.tsx';
import { PhotoPicker } from './photo-picker.tsx';
import { usePhotosOfForm } from './use-photos-of-form.ts';
import type { WaitingPhotos } from './use-waiting-photos.ts';
import './photo.css';

export interface VisitPhotosProps {
  /** The place of the draft. */
  readonly dossierId: DossierId;
  readonly draftId: string;
  readonly waiting: WaitingPhotos;
  readonly form: Pick<RecordForm, 'autosave' | 'values' | 'attempt'>;
  /** What is true of each of them. */
  readonly status: string;
  readonly aboutPhoto?: (draft: AttachmentDraft, number: number) => ReactNode;
}

/** Photos of a visit that is being recorded: on the disk at once, in the record when the visit is. */
export function VisitPhotos({ dossierId, draftId, waiting, form, status, aboutPhoto }: VisitPhotosProps) {
  const { t } = useTranslation('attachment');
  const titleId = useId();
  const photos = usePhotosOfForm(dossierId, draftId, form);
  return (
    <section aria-labelledby={titleId} className="form-section">
      <Heading level={2} id={titleId}>
        {t('title')}
      </Heading>
      <p className="photo-hint">{t('hint')}</p>
      <PhotoDrafts waiting={waiting} status={status} wasTried={form.attempt > 0} aboutPhoto={aboutPhoto} />
      <PhotoPicker photos={photos} />
    </section>
  );
}
