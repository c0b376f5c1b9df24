import { useTranslation } from 'react-i18next';
import { DraftPage } from '#renderer/features/draft/draft-page.tsx';
import { OlderMeasurementEditor } from './older-measurement-editor.tsx';

/** A measurement from an older file, taken over from paper. */
export function OlderMeasurementPage() {
  const { t } = useTranslation('measurement');
  return (
    <DraftPage
      form="olderMeasurement"
      title={t('older.title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <OlderMeasurementEditor key={props.start.draftId} {...props} />}
    />
  );
}
