import { useTranslation } from 'react-i18next';
import { DraftPage } from '#renderer/features/draft/draft-page.tsx';
import { formVersionKey, useRegionForm } from '#renderer/features/draft/use-region-form.ts';
import { PlanEditor } from './plan-editor.tsx';

/** A plan van aanpak: the first one, or the next version after looking back. */
export function PlanPage() {
  const { t } = useTranslation(['plan', 'app']);
  const forms = useRegionForm('plan');
  return (
    <DraftPage
      form="plan"
      title={t('title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => {
        if (forms === null) return <p className="visually-hidden">{t('app:loading')}</p>;
        const begunWith = props.start.found?.values[formVersionKey];
        const definition = (typeof begunWith === 'number' ? forms.versions.get(begunWith) : undefined) ?? forms.current;
        return <PlanEditor key={props.start.draftId} definition={definition} {...props} />;
      }}
    />
  );
}
