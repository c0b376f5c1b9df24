import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '#renderer/data/views.ts';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import { photoWords } from './photo-words.ts';

/** Where a photo is, in words. */
export function PhotoStatus({ photo }: { readonly photo: AttachmentView }) {
  const { t } = useTranslation('attachment');
  const words = photoWords(photo);
  switch (words.kind) {
    case 'record':
      return <RecordStatusText status={photo.record.status} always />;
    case 'sending':
      return <span>{t('status.sending', { percent: words.percent })}</span>;
    case 'kept':
      return <span>{t('status.kept')}</span>;
    case 'damaged':
    case 'missing':
      return <StatusBadge tone="danger">{t(`status.${words.kind}`)}</StatusBadge>;
  }
}
