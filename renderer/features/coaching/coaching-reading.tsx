import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { BackLink } from '#renderer/components/back-link.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { RecordView } from '#renderer/data/views.ts';
import { StatusNotice } from '#renderer/features/candidate/status-notice.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import '#renderer/features/candidate/candidate.css';
import './coaching.css';

export interface CoachingReadingProps {
  readonly record: RecordView<'coachingPlan' | 'coachingReport'>;
  readonly lead: ReactNode;
  readonly children: ReactNode;
  /** Below the truth about where the record is: what can be done with it. */
  readonly below: ReactNode;
}

/** One record of coaching, to read. */
export function CoachingReading({ record: { kind, dossierId, status }, lead, children, below }: CoachingReadingProps) {
  const { t } = useTranslation(['coaching', 'words']);
  const title = t(`words:kind.${kind}`);
  return (
    <div className="candidate candidate--reading coaching">
      <PageHeader title={title} documentTitle={title} lead={lead} back={<BackLink to={paths.coaching(dossierId)}>{t('title')}</BackLink>} />
      <StatusNotice status={status} />
      {children}
      <p>
        <RecordStatusText status={status} always />
      </p>
      {below}
    </div>
  );
}
