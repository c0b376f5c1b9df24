import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { BackLink } from '#renderer/components/back-link.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { CorrectLink } from '#renderer/features/measurement/correction-notice.tsx';
import { MeasurementView } from '#renderer/features/measurement/measurement-view.tsx';
import { MeasurementReports } from '#renderer/features/report/measurement-reports.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import { candidateName } from './candidate-name.ts';
import { DossierGate } from './dossier-gate.tsx';
import { MissingRecord } from './missing-record.tsx';
import { StatusNotice } from './status-notice.tsx';
import { useRecordId } from './use-dossier-id.ts';
import './candidate.css';

/** One final measurement as it was recorded, to read. */
export function MeasurementViewPage() {
  const { t } = useTranslation(['candidate', 'words']);
  const recordId = useRecordId();
  return (
    <DossierGate>
      {(dossier) => {
        const record = dossier.measurements.find((measurement) => measurement.recordId === recordId);
        if (record === undefined) return <MissingRecord dossierId={dossier.dossierId} />;
        return (
          <div className="candidate candidate--reading">
            <PageHeader
              back={<BackLink to={paths.candidate(dossier.dossierId)}>{candidateName(dossier)}</BackLink>}
              title={t('words:kind.measurement')}
              documentTitle={t('words:kind.measurement')}
              actions={<CorrectLink dossier={dossier} record={record} />}
            />
            <StatusNotice status={record.status} />
            <MeasurementView dossier={dossier} record={record} status={<RecordStatusText status={record.status} always />} />
            <MeasurementReports dossier={dossier} record={record} />
          </div>
        );
      }}
    </DossierGate>
  );
}
