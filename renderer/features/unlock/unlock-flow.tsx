import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '#renderer/app/app-context.tsx';
import type { KnownAccount, UnlockedDevice } from '#renderer/data/device.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { ChooseAccount } from './choose-account.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import { DemoSignIn } from './demo-sign-in.tsx';
import { UnlockAccount } from './unlock-account.tsx';
import { UnlockFrame } from './unlock-frame.tsx';

type Step =
  | { readonly kind: 'opening' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'unlock'; readonly account: KnownAccount }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'set-up'; readonly principal: Principal };

export interface UnlockFlowProps {
  /** Who worked in this window before it locked: asked first. */
  readonly lastUser: UserId | null;
  readonly onUnlocked: (device: UnlockedDevice) => void;
}

/** From a locked device to an unlocked one. Signing in at the server and unlocking the device are two things. */
export function UnlockFlow({ lastUser, onUnlocked }: UnlockFlowProps) {
  const { t } = useTranslation('unlock');
  const { lockedDevice } = useApp();
  const [accounts, setAccounts] = useState<readonly KnownAccount[]>([]);
  const [step, setStep] = useState<Step>({ kind: 'opening' });

  useEffect(() => {
    let gone = false;
    void lockedDevice.knownAccounts().then((known) => {
      if (gone) return;
      setAccounts(known);
      setStep(firstStep(known, lastUser));
    });
    return () => {
      gone = true;
    };
  }, [lockedDevice, lastUser]);

  const signedIn = useCallback(
    (principal: Principal) => {
      const account = accounts.find((known) => known.principal.userId === principal.userId);
      if (account !== undefined) void lockedDevice.noteSignIn(principal.userId);
      setStep(account === undefined ? { kind: 'set-up', principal } : { kind: 'unlock', account });
    },
    [accounts, lockedDevice],
  );
  const signInSomeoneElse = useCallback(() => setStep({ kind: 'sign-in' }), []);
  const goBack = useCallback(() => setStep(firstStep(accounts, null)), [accounts]);

  switch (step.kind) {
    case 'opening':
      return (
        <UnlockFrame>
          <p>{t('loading')}</p>
        </UnlockFrame>
      );
    case 'choose':
      return <ChooseAccount accounts={accounts} onChosen={(account) => setStep({ kind: 'unlock', account })} onSomeoneElse={signInSomeoneElse} />;
    case 'unlock':
      return (
        <UnlockAccount
          key={step.account.principal.userId}
          account={step.account}
          onUnlocked={onUnlocked}
          onSignIn={signInSomeoneElse}
          onSomeoneElse={accounts.length > 1 ? () => setStep({ kind: 'choose' }) : signInSomeoneElse}
        />
      );
    case 'sign-in':
      return <DemoSignIn onSignedIn={signedIn} {...(accounts.length > 0 ? { onBack: goBack } : {})} />;
    case 'set-up':
      return <ChoosePassphrase principal={step.principal} onUnlocked={onUnlocked} onBack={signInSomeoneElse} />;
  }
}

function firstStep(known: readonly KnownAccount[], lastUser: UserId | null): Step {
  const last = known.find((account) => account.principal.userId === lastUser);
  if (last !== undefined) return { kind: 'unlock', account: last };
  const [only] = known;
  if (only === undefined) return { kind: 'sign-in' };
  return known.length === 1 ? { kind: 'unlock', account: only } : { kind: 'choose' };
}
