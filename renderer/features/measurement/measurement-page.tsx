import { useTranslation } from 'react-i18next';
import { DraftPage } from '#renderer/features/draft/draft-page.tsx';
import { MeasurementEditor } from './measurement-editor.tsx';

/** A loonwaarde measurement on the work place, from the first number typed to the final record. */
export function MeasurementPage() {
  const { t } = useTranslation('measurement');
  return (
    <DraftPage
      form="measurement"
      title={t('title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <MeasurementEditor key={props.start.draftId} {...props} />}
    />
  );
}
