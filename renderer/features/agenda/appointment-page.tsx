import { useTranslation } from 'react-i18next';
import { DraftPage } from '#renderer/features/draft/draft-page.tsx';
import { AppointmentEditor } from './appointment-editor.tsx';

/** Makes an appointment, or moves one: its draft has the id of what it moves. */
export function AppointmentPage() {
  const { t } = useTranslation('agenda');
  return (
    <DraftPage
      form="appointment"
      title={t('form.title')}
      notAllowed={{ title: t('form.notAllowed'), text: t('form.notAllowedText') }}
      editor={(props) => <AppointmentEditor key={props.start.draftId} {...props} />}
    />
  );
}
