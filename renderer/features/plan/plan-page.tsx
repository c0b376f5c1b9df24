import { useTranslation } from 'react-i18next';
import { RegionDraftPage } from '#renderer/features/draft/region-draft-page.tsx';
import { PlanEditor } from './plan-editor.tsx';

/** A plan van aanpak: the first one, or the next version after looking back. */
export function PlanPage() {
  const { t } = useTranslation('plan');
  return (
    <RegionDraftPage
      form="plan"
      title={t('title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <PlanEditor key={props.start.draftId} {...props} />}
    />
  );
}
