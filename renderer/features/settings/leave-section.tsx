import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '#renderer/app/app-context.tsx';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';

/** Locking, and leaving the server's session. Neither wipes anything; what is unsent is named by its number beforehand. */
export function LeaveSection() {
  const { t } = useTranslation('settings');
  const { signIn } = useApp();
  const device = useDevice();
  const status = useLive(device.syncStatus);
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const unsent = status.unsentCount + status.problemCount;

  const signOut = async () => {
    setBusy(true);
    await signIn.signOut();
    await device.lock();
  };
  return (
    <>
      <p className="settings__text">{t('lock.text')}</p>
      <p className="settings__text">
        {unsent > 0 ? t('lock.unsent', { count: unsent, n: format.count(unsent) }) : status.allSent ? t('lock.allSent') : t('lock.nothingUnsent')}
      </p>
      <ButtonRow>
        <Button onClick={() => void device.lock()}>{t('lock.lock')}</Button>
        <Button appearance="subtle" busy={busy} onClick={() => void signOut()}>
          {t('lock.signOut')}
        </Button>
      </ButtonRow>
    </>
  );
}
