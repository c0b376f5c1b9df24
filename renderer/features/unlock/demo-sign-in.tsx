import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '#renderer/app/app-context.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import type { SignInProblem } from '#renderer/data/device.ts';
import { roles, type Principal } from '#shared/domain/roles.ts';
import { AccountList } from './account-list.tsx';
import { UnlockFrame } from './unlock-frame.tsx';

export interface DemoSignInProps {
  readonly onSignedIn: (principal: Principal) => void;
  readonly onBack?: () => void;
}

type Users = { readonly kind: 'loading' } | { readonly kind: 'ready'; readonly users: readonly Principal[] } | { readonly kind: 'failed'; readonly problem: SignInProblem['kind'] };

/** The order in which they meet one candidate. */
const inOrderOfWork = (users: readonly Principal[]): readonly Principal[] => [...users].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));

/** The demo's sign-in, marked as such. A region's own identity provider takes its place without the rest changing. */
export function DemoSignIn({ onSignedIn, onBack }: DemoSignInProps) {
  const { t } = useTranslation(['unlock', 'app']);
  const { signIn } = useApp();
  const [users, setUsers] = useState<Users>({ kind: 'loading' });
  const [busyUser, setBusyUser] = useState<string | null>(null);
  const [refused, setRefused] = useState<'refused' | 'busy' | null>(null);

  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    void signIn.demoUsers().then((outcome) => {
      if (!gone) setUsers(outcome.ok ? { kind: 'ready', users: outcome.value } : { kind: 'failed', problem: outcome.problem.kind });
    });
    return () => {
      gone = true;
    };
  }, [signIn, attempt]);
  const retry = () => {
    setUsers({ kind: 'loading' });
    setAttempt(attempt + 1);
  };

  const choose = async (principal: Principal) => {
    if (busyUser !== null) return;
    setBusyUser(principal.userId);
    setRefused(null);
    const outcome = await signIn.signInAsDemoUser(principal.userId);
    setBusyUser(null);
    if (outcome.ok) onSignedIn(outcome.value);
    else if (outcome.problem.kind === 'refused' || outcome.problem.kind === 'busy') setRefused(outcome.problem.kind);
    else setUsers({ kind: 'failed', problem: outcome.problem.kind });
  };

  const isDemo = users.kind === 'ready' && users.users.length > 0;
  return (
    <UnlockFrame
      title={t('demo.title')}
      focusHeading
      lead={
        isDemo && (
          <>
            <StatusBadge tone="warning">{t('demo.badge')}</StatusBadge>
            <p>{t('demo.lead')}</p>
          </>
        )
      }
    >
      {users.kind === 'loading' && <p>{t('app:loading')}</p>}
      {users.kind === 'failed' && users.problem === 'unreachable' && (
        <Alert kind="info" role="alert" title={t('demo.unreachable.title')}>
          <p>{t('demo.unreachable.text')}</p>
          <Button onClick={retry}>{t('demo.unreachable.retry')}</Button>
        </Alert>
      )}
      {users.kind === 'failed' && users.problem === 'too-old' && <Alert kind="warning" role="alert">{t('tooOld')}</Alert>}
      {users.kind === 'failed' && users.problem === 'refused' && <Alert kind="error" role="alert">{t('demo.refused')}</Alert>}
      {users.kind === 'ready' && users.users.length === 0 && <p>{t('demo.none')}</p>}
      {isDemo && <AccountList items={inOrderOfWork(users.users).map((principal) => ({ principal, detail: t(`demo.does.${principal.role}`) }))} busyUser={busyUser} onChosen={(principal) => void choose(principal)} />}
      {refused === 'refused' && <Alert kind="error" role="alert">{t('demo.refused')}</Alert>}
      {refused === 'busy' && <Alert kind="info" role="alert">{t('demo.serverBusy')}</Alert>}
      {onBack !== undefined && (
        <div>
          <Button appearance="subtle" onClick={onBack}>
            {t('demo.back')}
          </Button>
        </div>
      )}
      <output className="visually-hidden">{busyUser !== null ? t('demo.busy') : ''}</output>
    </UnlockFrame>
  );
}
