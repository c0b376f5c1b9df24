import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { Progress } from '#renderer/components/progress.tsx';
import type { CaseloadState } from '#renderer/data/views.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { mayMakeCandidates } from '#renderer/features/candidate/new/may-make-candidates.ts';
import { CaseloadList } from './caseload-list.tsx';
import './caseload.css';

/** The people this person works for, and every state in which they may not be there yet. */
export function CaseloadPage() {
  // What a long pull brings is put in order and drawn in small pieces, between keys; on arrival there is nothing to wait for.
  const caseload = useDeferredValue(useLive(useDevice().caseload));
  // How far a pull is, is drawn with every page of it; the list does not say it, and is much to draw.
  return caseload.kind === 'ready' && caseload.rows.length > 0 ? <Lines rows={caseload.rows} /> : <NoLines caseload={caseload} />;
}

/** Not drawn for what is still to come. */
const Lines = memo(CaseloadList);

function NoLines({ caseload }: { readonly caseload: CaseloadState }) {
  const { t } = useTranslation(['caseload', 'app', 'file']);
  const device = useDevice();
  const status = useLive(device.syncStatus);
  const format = useFormat();

  const fetching = status.progress !== null || status.phase === 'fetching' || (status.lastPullAtMs === null && status.connection !== 'unreachable');
  return (
    <>
      <PageHeader title={t('title')} documentTitle={t('title')} />
      {caseload.kind === 'loading' && (
        <Progress
          label={caseload.total > 0 ? t('loading.known', { done: format.count(caseload.done), total: format.count(caseload.total) }) : t('loading.unknown')}
          done={caseload.done}
          total={caseload.total}
        />
      )}
      {caseload.kind === 'failed' && (
        <Alert kind="error" title={t('failed.title')}>
          <p>{t('app:failed.safe')}</p>
          <Button onClick={() => window.location.reload()}>{t('failed.reload')}</Button>
        </Alert>
      )}
      {caseload.kind === 'ready' && fetching && (
        <EmptyState title={t('fetching.title')}>
          <p>{t('fetching.text')}</p>
          <Progress
            label={status.progress === null ? t('fetching.unknown') : t('fetching.known', { done: format.count(status.progress.done), total: format.count(status.progress.total) })}
            done={status.progress?.done ?? 0}
            total={status.progress?.total ?? 0}
          />
        </EmptyState>
      )}
      {caseload.kind === 'ready' && !fetching && status.lastPullAtMs === null && (
        <EmptyState title={t('waiting.title')} action={<Button onClick={() => device.syncNow()}>{t('waiting.retry')}</Button>}>
          {t('waiting.text')}
        </EmptyState>
      )}
      {caseload.kind === 'ready' && !fetching && status.lastPullAtMs !== null && <EmptyState title={t('empty.title')} {...(mayMakeCandidates(device.principal.role) ? { action: <ActionLink to={paths.newCandidate()}>{t('file:new.title')}</ActionLink> } : {})}>{t('empty.text')}</EmptyState>}
    </>
  );
}
