import { useTranslation } from 'react-i18next';
import { DraftPage } from '#renderer/features/draft/draft-page.tsx';
import { formVersionKey, useRegionForm } from '#renderer/features/draft/use-region-form.ts';
import { IntakeEditor } from './intake-editor.tsx';

/** An intake, from the first question to the decision. */
export function IntakePage() {
  const { t } = useTranslation(['intake', 'app']);
  const forms = useRegionForm('intake');
  return (
    <DraftPage
      form="intake"
      title={t('title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => {
        if (forms === null) return <p className="visually-hidden">{t('app:loading')}</p>;
        const begunWith = props.start.found?.values[formVersionKey];
        const definition = (typeof begunWith === 'number' ? forms.versions.get(begunWith) : undefined) ?? forms.current;
        return <IntakeEditor key={props.start.draftId} definition={definition} unusable={forms.unusable} {...props} />;
      }}
    />
  );
}
