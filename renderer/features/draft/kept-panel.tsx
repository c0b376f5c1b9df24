import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { Kept } from '#renderer/data/device.ts';
import type { RecordStatus } from '#renderer/data/views.ts';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';

export interface KeptPanelProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly kept: Kept;
  /** The live truth about this record; undefined until the file that shows it is drawn anew. */
  readonly status: RecordStatus | undefined;
  readonly children?: ReactNode;
  /** Where to go from here, the most likely first. */
  readonly actions: ReactNode;
}

/** It is kept: says exactly where it is now, and goes on saying so while it is sent. */
export function KeptPanel({ title, lead, kept, status: found, children, actions }: KeptPanelProps) {
  const { t } = useTranslation(['sync', 'form']);
  const announce = useAnnounce();
  const status = found ?? { kind: 'kept', keptAtMs: kept.keptAtMs };
  const isKept = status.kind === 'kept';
  useEffect(() => {
    if (isKept) announce(t('record.kept'));
  }, [isKept, announce, t]);
  return (
    <div className="kept-panel">
      <PageHeader title={title} documentTitle={title} lead={lead} />
      <p className="kept-panel__status">
        <RecordStatusText status={status} always />
      </p>
      {!kept.secondCopy && (
        <Alert kind="warning" title={t('form:keep.noSecondCopyTitle')}>
          <p>{t('form:keep.noSecondCopy')}</p>
        </Alert>
      )}
      {children}
      <ButtonRow>{actions}</ButtonRow>
    </div>
  );
}
