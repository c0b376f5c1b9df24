import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { Progress } from '#renderer/components/progress.tsx';
import type { CaseloadRow } from '#renderer/data/views.ts';

export interface RowsGateProps {
  readonly title: string;
  readonly children: (rows: readonly CaseloadRow[]) => ReactNode;
}

/** Waits for the caseload in memory; shows how far it is, or that it could not be read. */
export function RowsGate({ title, children }: RowsGateProps) {
  const { t } = useTranslation(['caseload', 'app']);
  const device = useDevice();
  const caseload = useLive(device.caseload);
  const format = useFormat();
  if (caseload.kind === 'ready') return children(caseload.rows);
  return (
    <>
      <PageHeader title={title} documentTitle={title} />
      {caseload.kind === 'failed' ? (
        <Alert kind="error" title={t('app:failed.read')}>
          <p>{t('app:failed.safe')}</p>
        </Alert>
      ) : (
        <Progress
          label={caseload.total > 0 ? t('loading.known', { done: format.count(caseload.done), total: format.count(caseload.total) }) : t('loading.unknown')}
          done={caseload.done}
          total={caseload.total}
        />
      )}
    </>
  );
}
