import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { DraftPage, type EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { PlacementEditor } from './placement-editor.tsx';

/** Records where somebody works, or changes or ends that: its draft has the id of what it changes. */
export function PlacementPage() {
  const { t } = useTranslation('placement');
  return (
    <DraftPage
      form="placement"
      title={t('title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <WithEmployers key={props.start.draftId} {...props} />}
    />
  );
}

/** The form begins when its choices are there: a list that grows under the hand would move what one is about to choose. */
function WithEmployers(props: EditorProps) {
  const { t } = useTranslation(['placement', 'app']);
  const device = useDevice();
  const employers = useLive(useMemo(() => device.employers(), [device]));
  if (employers.kind === 'loading') return <p className="visually-hidden">{t('app:loading')}</p>;
  if (employers.kind === 'failed') return <EmptyState title={t('failed.title')}>{t('failed.text')}</EmptyState>;
  return <PlacementEditor {...props} employers={employers.value} />;
}
