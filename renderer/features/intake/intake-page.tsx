import { useTranslation } from 'react-i18next';
import { RegionDraftPage } from '#renderer/features/draft/region-draft-page.tsx';
import { IntakeEditor } from './intake-editor.tsx';

/** An intake, from the first question to the decision. */
export function IntakePage() {
  const { t } = useTranslation('intake');
  return (
    <RegionDraftPage
      form="intake"
      title={t('title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <IntakeEditor key={props.start.draftId} {...props} />}
    />
  );
}
