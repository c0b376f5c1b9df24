import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive, useUnsent } from '#renderer/app/device-context.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { DraftList } from '#renderer/features/candidate/draft-list.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import type { UnsentItem } from '#renderer/data/views.ts';
import { JournalDoubts } from './journal-doubts.tsx';
import { SessionNotice } from './session-notice.tsx';
import { UnsentItemCard } from './unsent-item-card.tsx';
import './unsent-page.css';

/** Everything this device keeps and the server does not have: what needs a person first. */
export function UnsentPage() {
  const { t } = useTranslation(['sync', 'app']);
  const device = useDevice();
  const announce = useAnnounce();
  const status = useLive(device.syncStatus);
  const unsent = useUnsent();
  const sendNow = () => {
    device.syncNow();
    announce(t('unsent.nowAnnounced'));
  };
  return (
    <div className="unsent-page">
      <PageHeader
        title={t('unsent.title')}
        documentTitle={t('unsent.title')}
        lead={t('unsent.lead')}
        actions={unsent.kind === 'ready' && unsent.value.length > 0 ? <Button appearance="primary" onClick={sendNow}>{t('unsent.now')}</Button> : undefined}
      />
      <SessionNotice />
      <JournalDoubts />
      {unsent.kind === 'loading' && <p>{t('app:loading')}</p>}
      {unsent.kind === 'failed' && (
        <Alert kind="error" title={t('app:failed.read')}>
          <p>{t('app:failed.safe')}</p>
        </Alert>
      )}
      {unsent.kind === 'ready' && unsent.value.length === 0 && status.problemCount === 0 && (
        <EmptyState title={t('unsent.empty')}>{status.allSent ? t('unsent.emptyAllSent') : t('unsent.emptyUnknown')}</EmptyState>
      )}
      {unsent.kind === 'ready' && (
        <>
          <Section title={t('unsent.needsYou')} items={unsent.value.filter(needsPerson)} />
          <Section title={t('unsent.waiting')} items={unsent.value.filter((item) => !needsPerson(item))} />
        </>
      )}
      <StrayDrafts />
    </div>
  );
}

/** What was begun in a file that was withdrawn since: nothing else leads there any more. */
function StrayDrafts() {
  const device = useDevice();
  const format = useFormat();
  const stray = useLive(useMemo(() => device.strayDrafts(), [device]));
  return stray.kind !== 'ready' ? null : stray.value.map((dossierId) => <DraftList key={dossierId} dossierId={dossierId} format={format} isFileGone />);
}

const needsPerson = (item: UnsentItem): boolean => item.status.kind === 'refused' || item.status.kind === 'conflict';

function Section({ title, items }: { readonly title: string; readonly items: readonly UnsentItem[] }) {
  if (items.length === 0) return null;
  return (
    <section className="unsent-page__section">
      <Heading level={2}>{title}</Heading>
      <ul className="unsent-page__list">
        {items.map((item) => (
          <li key={item.opId}>
            <UnsentItemCard item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
