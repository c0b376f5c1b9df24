import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { classNames } from '#renderer/components/class-names.ts';
import { syncWords, type SyncPart } from './sync-words.ts';
import { useSyncText } from './use-sync-text.ts';
import './sync-status-bar.css';

/** The truth about sending, on every page, and the way to the list behind it. */
export function SyncStatusBar() {
  const { t } = useTranslation('sync');
  const device = useDevice();
  const status = useLive(device.syncStatus);
  const text = useSyncText();
  const { work, connection, needsPerson } = syncWords(status);
  useAnnouncedChanges(work, connection, text);
  return (
    <aside className={classNames('sync-bar', needsPerson && 'sync-bar--attention')} aria-label={t('header.label')}>
      <p className="sync-bar__inner">
        <Link to={paths.unsent} className="utrecht-link utrecht-link--html-a sync-bar__work">
          {work.map((part) => text(part)).join(' · ')}
        </Link>
        {connection !== null && <span>{text(connection)}</span>}
      </p>
    </aside>
  );
}

/** Says what changed for a person: counts and connection. Not every fetch, and never the time alone. */
function useAnnouncedChanges(work: readonly SyncPart[], connection: SyncPart | null, text: (part: SyncPart) => string): void {
  const announce = useAnnounce();
  const lasting = [...work, connection].filter((part): part is SyncPart => part !== null && !passing.has(part.key));
  const words = lasting.map((part) => text(part)).join('. ');
  const last = useRef(words);
  useEffect(() => {
    if (last.current === words) return;
    last.current = words;
    announce(words);
  }, [words, announce]);
}

const passing: ReadonlySet<SyncPart['key']> = new Set(['header.lastPull', 'header.neverPulled', 'header.sending', 'header.fetching', 'header.progress']);
