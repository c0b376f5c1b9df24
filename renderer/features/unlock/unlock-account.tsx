import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '#renderer/app/app-context.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import type { KnownAccount, UnlockedDevice, UnlockProblem } from '#renderer/data/device.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { UnlockFrame } from './unlock-frame.tsx';
import { useWait } from './use-wait.ts';

export interface UnlockAccountProps {
  readonly account: KnownAccount;
  readonly onUnlocked: (device: UnlockedDevice) => void;
  readonly onSomeoneElse: () => void;
  /** To the server's sign-in, and back here. */
  readonly onSignIn: () => void;
}

type Problem = UnlockProblem['kind'] | 'empty';

/** One field, one button. Needs no network. */
export function UnlockAccount({ account, onUnlocked, onSomeoneElse, onSignIn }: UnlockAccountProps) {
  const { t } = useTranslation(['unlock', 'words']);
  const { lockedDevice } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { secondsLeft, wait } = useWait();
  const input = useRef<HTMLInputElement>(null);
  const { principal } = account;

  useEffect(() => input.current?.focus(), []);

  const unlock = async () => {
    if (busy || secondsLeft > 0) return;
    if (passphrase === '') {
      setProblem('empty');
      input.current?.focus();
      return;
    }
    setBusy(true);
    const outcome = await lockedDevice.unlock(principal.userId, passphrase);
    if (outcome.ok) {
      onUnlocked(outcome.value);
      return;
    }
    setBusy(false);
    setProblem(outcome.problem.kind);
    if (outcome.problem.kind === 'wrong-passphrase') wait(outcome.problem.waitMs);
    input.current?.select();
  };
  const submitted = (event: SyntheticEvent) => {
    event.preventDefault();
    void unlock();
  };

  const error =
    problem === 'empty' ? t('unlock.empty') : problem !== 'wrong-passphrase' ? null : secondsLeft > 0 ? t('unlock.wait', { count: secondsLeft }) : t('unlock.wrong');

  return (
    <UnlockFrame title={t('unlock.title')} lead={<p>{t('unlock.who', { name: principal.displayName, role: t(`words:role.${principal.role}`) })}</p>}>
      {problem === 'storage' && <Alert kind="error" role="alert">{t('unlock.storage')}</Alert>}
      {problem === 'no-device-secret' && <Alert kind="error" role="alert">{t('unlock.noDeviceSecret')}</Alert>}
      {problem === 'sign-in-needed' && (
        <Alert kind="warning" role="alert" title={t('unlock.signInNeeded.title')}>
          <p>{t('unlock.signInNeeded.text')}</p>
          <Button onClick={onSignIn}>{t('demo.title')}</Button>
        </Alert>
      )}
      {problem === 'unknown-account' && <Alert kind="error" role="alert">{t('unlock.unknown')}</Alert>}
      <form className="unlock-frame__form" onSubmit={submitted} noValidate>
        {/* A password manager looks the passphrase up under this name. */}
        <input type="text" autoComplete="username" value={principal.userId} readOnly hidden />
        <PassphraseField
          inputRef={input}
          label={t('unlock.passphrase')}
          description={t('unlock.offline')}
          error={error}
          autoComplete="current-password"
          value={passphrase}
          onChange={(value) => {
            setPassphrase(value);
            if (secondsLeft === 0) setProblem(null);
          }}
        />
        <ButtonRow>
          <Button type="submit" appearance="primary" busy={busy} disabled={secondsLeft > 0}>
            {busy ? t('unlock.busy') : t('unlock.submit')}
          </Button>
          <Button appearance="subtle" onClick={onSomeoneElse}>
            {t('unlock.other')}
          </Button>
        </ButtonRow>
      </form>
      {/* The seconds tick beside the field; they are read out once, with the mistake, and once when they are over. */}
      <output className="visually-hidden">{problem === 'wrong-passphrase' ? (secondsLeft > 0 ? t('unlock.wrong') : t('unlock.again')) : ''}</output>
    </UnlockFrame>
  );
}
