import { useTranslation } from 'react-i18next';
import { Heading } from '#renderer/components/heading.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { PhotoList } from './photo-list.tsx';
import './photo.css';

/** The photos that were kept with a visit, or nothing. */
export function PhotosOfVisit({ dossier, visitId }: { readonly dossier: DossierView; readonly visitId: RecordId }) {
  const { t } = useTranslation('attachment');
  const photos = dossier.attachments.filter(({ record }) => record.groups.facts?.visitId === visitId);
  if (photos.length === 0) return null;
  return (
    <section className="candidate-photos">
      <Heading level={2}>{t('title')}</Heading>
      <PhotoList photos={photos} />
    </section>
  );
}
