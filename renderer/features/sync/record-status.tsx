import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import type { RecordStatus } from '#renderer/data/views.ts';

export interface RecordStatusTextProps {
  readonly status: RecordStatus;
  /** Also says so of what others wrote and the server has; in a list that would only be noise. */
  readonly always?: boolean;
}

/** Where this record is. Saved, received and sent are three things, and none is said before it is so. */
export function RecordStatusText({ status, always = false }: RecordStatusTextProps) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  switch (status.kind) {
    case 'on-server':
      if (status.receivedAtMs !== null) return <span>{t('record.sent', { at: format.at(status.receivedAtMs) })}</span>;
      return always ? <span>{t('record.onServer')}</span> : null;
    case 'kept':
      return <span>{t('record.kept')}</span>;
    case 'sending':
      return <span>{t('record.sending')}</span>;
    case 'conflict':
      return <StatusBadge tone="warning">{t('record.conflict')}</StatusBadge>;
    case 'refused':
      return <StatusBadge tone="danger">{t('record.refused')}</StatusBadge>;
  }
}
