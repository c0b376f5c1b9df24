import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Announcer } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { StartNotice } from '#renderer/features/sync/start-notice.tsx';
import { SyncStatusBar } from '#renderer/features/sync/sync-status-bar.tsx';
import { useWindowState } from '#renderer/ui-state/window-state.ts';
import { AppHeader } from './app-header.tsx';
import { AppRoutes } from './app-routes.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { PrivacyBlind } from './privacy-blind.tsx';
import { ScrollToTop } from './scroll-to-top.tsx';
import { SearchShortcut } from './search-shortcut.tsx';
import './shell.css';

export interface ShellProps {
  readonly lock: () => void;
  /** The idle lock is near: say so once, early enough to stay. */
  readonly locksSoon: boolean;
}

/** What stands around every page. */
export function Shell({ lock, locksSoon }: ShellProps) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const blind = useWindowState((state) => state.blind);
  return (
    <Announcer>
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#content">
        {t('skipToContent')}
      </a>
      <div className={blind ? 'shell shell--blind' : 'shell'}>
        <PrivacyBlind />
        {!blind && (
          <div className="shell__top" data-sticky="">
            <AppHeader lock={lock} />
            <SyncStatusBar />
          </div>
        )}
        <ScrollToTop />
        <SearchShortcut />
        <main id="content" tabIndex={-1} className="shell__main">
          {!blind && <StartNotice />}
          {/* A page that broke must not stay broken after going elsewhere. */}
          <ErrorBoundary key={pathname} around="page">
            <AppRoutes />
          </ErrorBoundary>
        </main>
        {locksSoon && (
          <div className="shell__idle" role="alert">
            <p>{t('idle.soon')}</p>
            <Button>{t('idle.stay')}</Button>
          </div>
        )}
      </div>
    </Announcer>
  );
}
