import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { BackLink } from '#renderer/components/back-link.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { candidateName } from '../candidate-name.ts';
import { ageAt } from '../dossier-summary.ts';
import { DuplicateNotice } from '../duplicate/duplicate-notice.tsx';
import { StatusNotice } from '../status-notice.tsx';
import { FileNav } from './file-nav.tsx';
import '../candidate.css';
import './file.css';

export interface FileFrameProps {
  readonly dossier: DossierView;
  /** What the window's title says: never a name. */
  readonly documentTitle: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What stands above every page of one person's file: who it is, whether it was sent, and where the rest is. */
export function FileFrame({ dossier, documentTitle, actions, children }: FileFrameProps) {
  const { t } = useTranslation(['candidate', 'file', 'words']);
  const format = useFormat();
  const { candidate, dossierId } = dossier;
  const identity = candidate?.groups.identity;
  const registration = candidate?.groups.registration;
  const closedOn = registration?.closedOn ?? null;
  return (
    <div className="candidate">
      <PageHeader
        back={<BackLink to={paths.caseload}>{t('back')}</BackLink>}
        title={candidateName(dossier)}
        documentTitle={documentTitle}
        lead={
          <>
            {identity !== undefined && t('born', { day: format.day(identity.birthDate), age: ageAt(identity.birthDate, amsterdamDayOf(format.nowMs)) })}
            {closedOn !== null && <strong> · {t('file:closed', { day: format.dayInWords(closedOn) })}</strong>}
            {candidate !== null && candidate.status.kind !== 'on-server' && (
              <span className="file-status">
                <RecordStatusText status={candidate.status} always />
              </span>
            )}
          </>
        }
        {...(actions === undefined ? {} : { actions })}
      />
      {candidate !== null && <StatusNotice status={candidate.status} />}
      <DuplicateNotice dossierId={dossierId} />
      <FileNav dossierId={dossierId} />
      {children}
    </div>
  );
}
