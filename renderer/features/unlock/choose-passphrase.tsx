import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '#renderer/app/app-context.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import type { SetUpProblem, UnlockedDevice } from '#renderer/data/device.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { UnlockFrame } from './unlock-frame.tsx';

export interface ChoosePassphraseProps {
  readonly principal: Principal;
  readonly onUnlocked: (device: UnlockedDevice) => void;
  readonly onBack: () => void;
}

/** The same minimum as the device's own rule, so that most people hear it before they press the button [characters]. */
const minimumLength = 12;

/** Characters as a person counts them, not UTF-16 halves. */
const lengthOf = (text: string): number => Array.from(text.normalize('NFC')).length;

type Problem = SetUpProblem['kind'] | 'too-short' | 'different';

/** First use of this device by this person. */
export function ChoosePassphrase({ principal, onUnlocked, onBack }: ChoosePassphraseProps) {
  const { t } = useTranslation(['unlock', 'app']);
  const { lockedDevice } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [durable, setDurable] = useState(true);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  useEffect(() => first.current?.focus(), []);
  useEffect(() => void lockedDevice.storageIsDurable().then(setDurable), [lockedDevice]);

  const setUp = async () => {
    if (busy) return;
    if (lengthOf(passphrase) < minimumLength) {
      setProblem('too-short');
      first.current?.focus();
      return;
    }
    if (passphrase !== repeated) {
      setProblem('different');
      second.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    const outcome = await lockedDevice.setUp(principal, passphrase);
    if (outcome.ok) {
      onUnlocked(outcome.value);
      return;
    }
    setBusy(false);
    setProblem(outcome.problem.kind);
    if (outcome.problem.kind === 'weak-passphrase') first.current?.focus();
  };
  const submitted = (event: SyntheticEvent) => {
    event.preventDefault();
    void setUp();
  };

  const firstError =
    problem === 'too-short' ? t('setUp.tooShort', { count: Math.max(1, minimumLength - lengthOf(passphrase)) }) : problem === 'weak-passphrase' ? t('setUp.weak') : null;

  return (
    <UnlockFrame title={t('setUp.title')} lead={<p>{t('setUp.lead', { name: principal.displayName })}</p>}>
      {!durable && (
        <Alert kind="warning" title={t('setUp.volatile.title')}>
          <p>{t('setUp.volatile.text')}</p>
        </Alert>
      )}
      {problem === 'storage' && <Alert kind="error" role="alert">{t('setUp.storage')}</Alert>}
      {problem === 'no-device-secret' && <Alert kind="error" role="alert">{t('setUp.noDeviceSecret')}</Alert>}
      {problem === 'sign-in-again' && <Alert kind="warning" role="alert">{t('setUp.signInAgain')}</Alert>}
      {problem === 'too-old' && <Alert kind="warning" role="alert">{t('tooOld')}</Alert>}
      {problem === 'unreachable' && <Alert kind="info" role="alert">{t('setUp.unreachable')}</Alert>}
      <form className="unlock-frame__form" onSubmit={submitted} noValidate>
        {/* A password manager files the passphrase under this name. */}
        <input type="text" autoComplete="username" value={principal.userId} readOnly hidden />
        <PassphraseField
          inputRef={first}
          label={t('setUp.passphrase')}
          description={t('setUp.why')}
          error={firstError}
          autoComplete="new-password"
          value={passphrase}
          onChange={(value) => {
            setPassphrase(value);
            if (problem !== 'too-short' || lengthOf(value) >= minimumLength) setProblem(null);
          }}
        />
        <PassphraseField
          inputRef={second}
          label={t('setUp.repeat')}
          error={problem === 'different' ? t('setUp.different') : null}
          autoComplete="new-password"
          withShow={false}
          value={repeated}
          onChange={(value) => {
            setRepeated(value);
            if (problem === 'different') setProblem(null);
          }}
        />
        <p>{t('setUp.forgot')}</p>
        <ButtonRow>
          <Button type="submit" appearance="primary" busy={busy}>
            {busy ? t('setUp.busy') : t('setUp.submit')}
          </Button>
          <Button appearance="subtle" onClick={onBack}>
            {t('demo.back')}
          </Button>
        </ButtonRow>
      </form>
    </UnlockFrame>
  );
}
