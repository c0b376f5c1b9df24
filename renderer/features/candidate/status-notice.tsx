import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { ProblemReason } from '#renderer/features/sync/problem-reason.tsx';
import type { RecordStatus } from '#renderer/data/views.ts';

/** When a person must look: why, and where. Nothing when all is as it should be. */
export function StatusNotice({ status }: { readonly status: RecordStatus }) {
  const { t } = useTranslation('sync');
  if (status.kind !== 'refused' && status.kind !== 'conflict') return null;
  return (
    <Alert kind="warning" title={t(status.kind === 'refused' ? 'record.refused' : 'record.conflict')}>
      <ProblemReason status={status} />
      <p>
        <TextLink to={paths.unsent}>{t('unsent.view')}</TextLink>
      </p>
    </Alert>
  );
}
