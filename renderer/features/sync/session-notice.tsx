import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '#renderer/app/app-context.tsx';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';

/**
 * Unlocking the device and having a session at the server are two things. When the session ended, work goes on and waits;
 * this is the way to send it.
 */
export function SessionNotice() {
  const { t } = useTranslation('sync');
  const { signIn } = useApp();
  const device = useDevice();
  const announce = useAnnounce();
  const { connection } = useLive(device.syncStatus);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  if (connection === 'too-old' || connection === 'withdrawn') {
    return (
      <Alert kind="warning">
        <p>{connection === 'too-old' ? t('header.tooOld') : t('header.withdrawn')}</p>
        <p>{connection === 'too-old' ? t('unsent.howToUpdate') : t('unsent.workStays')}</p>
      </Alert>
    );
  }
  if (connection !== 'signed-out' && connection !== 'other-user') return null;

  const signInAgain = async () => {
    setBusy(true);
    setFailed(false);
    const outcome = await signIn.signInAsDemoUser(device.principal.userId);
    setBusy(false);
    if (!outcome.ok) {
      setFailed(true);
      announce(t('unsent.signInFailed'));
      return;
    }
    announce(t('unsent.signedIn'));
    device.syncNow();
  };
  return (
    <Alert kind="warning">
      <p>{connection === 'signed-out' ? t('header.signedOut') : t('header.otherUser')}</p>
      {failed && <p>{t('unsent.signInFailed')}</p>}
      <Button busy={busy} onClick={() => void signInAgain()}>
        {t('unsent.signIn')}
      </Button>
    </Alert>
  );
}
