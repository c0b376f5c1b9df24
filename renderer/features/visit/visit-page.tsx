import { useTranslation } from 'react-i18next';
import { DraftPage } from '#renderer/features/draft/draft-page.tsx';
import { VisitEditor } from './visit-editor.tsx';

/** A nazorg visit, from the first word typed to the moment it is kept. */
export function VisitPage() {
  const { t } = useTranslation('visit');
  return (
    <DraftPage
      form="visit"
      title={t('title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <VisitEditor key={props.start.draftId} {...props} />}
    />
  );
}
