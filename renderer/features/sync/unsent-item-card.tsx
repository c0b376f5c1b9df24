import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { addressOfRecord } from '#renderer/app/record-address.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { UnsentItem } from '#renderer/data/views.ts';
import { nameOfWork } from './name-of-work.ts';
import { ProblemReason } from './problem-reason.tsx';
import { RecordStatusText } from './record-status.tsx';

/** One change that waits or was refused: what it is, why, and everything that can be done with it. */
export function UnsentItemCard({ item }: { readonly item: UnsentItem }) {
  const { t } = useTranslation(['sync', 'words']);
  const device = useDevice();
  const announce = useAnnounce();
  const format = useFormat();
  const [showContent, setShowContent] = useState(false);
  const name = nameOfWork(t, item.kind, item.candidateName);
  const address = addressOfRecord(item);

  const retry = async () => {
    await device.retryUnsent(item.opId);
    announce(t('unsent.retried'));
  };
  const handOver = async () => {
    if (await device.handOverUnsent(item.opId)) announce(t('unsent.handedOver'));
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(item.content);
      announce(t('unsent.copied'));
    } catch {
      // The clipboard may be refused; the text itself never is.
      setShowContent(true);
      announce(t('unsent.copyFailed'));
    }
  };

  return (
    <article className="unsent-item">
      <div className="unsent-item__head">
        <Heading level={3}>{name}</Heading>
        <p className="unsent-item__status">{t('unsent.keptAt', { moment: format.moment(item.keptAtMs) })}</p>
      </div>
      <div className="unsent-item__status">
        <RecordStatusText status={item.status} />
      </div>
      <div className="unsent-item__reason">
        <ProblemReason status={item.status} />
        {item.canGoOver && <p>{t('unsent.handOverHelp')}</p>}
      </div>
      <ButtonRow>
        {address !== null && (
          <ActionLink to={address} aria-label={t('unsent.viewItem', { item: name })}>
            {t('unsent.view')}
          </ActionLink>
        )}
        {item.status.kind === 'conflict' && (
          <ActionLink appearance="primary" to={paths.conflict(item.opId)} aria-label={t('unsent.chooseItem', { item: name })}>
            {t('unsent.choose')}
          </ActionLink>
        )}
        {item.status.kind === 'refused' && item.status.reason !== 'content-missing' && (
          <Button onClick={() => void retry()} aria-label={t('unsent.retryItem', { item: name })}>
            {t('unsent.retry')}
          </Button>
        )}
        {item.canGoOver && (
          <Button onClick={() => void handOver()} aria-label={t('unsent.handOverItem', { item: name })}>
            {t('unsent.handOver')}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => void copy()} aria-label={t('unsent.copyItem', { item: name })}>
          {t('unsent.copy')}
        </Button>
      </ButtonRow>
      <details className="unsent-item__content" open={showContent} onToggle={(event) => setShowContent(event.currentTarget.open)}>
        <summary>{t('unsent.content')}</summary>
        {/* It scrolls inside itself, so the keyboard must be able to reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
        <pre role="region" tabIndex={0} aria-label={t('unsent.content')}>{item.content}</pre>
      </details>
    </article>
  );
}
