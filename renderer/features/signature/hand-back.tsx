import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';

/**
 * A guest has signed and still holds the laptop: nothing else is shown until whoever brought it has it back. What comes
 * next is theirs: a form in their name, or the way into their own work.
 */
export function HandBack({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation(['signature', 'app']);
  const device = useDevice();
  const name = device.principal.displayName;
  return (
    <div className="sign-page">
      <PageHeader title={t('handBack.title', { name })} documentTitle={t('pageTitle')} lead={t('handBack.text', { name })} />
      <ButtonRow>
        <Button appearance="primary" onClick={onBack}>
          {t('handBack.goOn', { name })}
        </Button>
        <Button appearance="subtle" onClick={() => void device.lock()}>
          {t('app:lock')}
        </Button>
      </ButtonRow>
    </div>
  );
}
