import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { BackLink } from '#renderer/components/back-link.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { DossierGate } from '#renderer/features/candidate/dossier-gate.tsx';
import { MissingRecord } from '#renderer/features/candidate/missing-record.tsx';
import { StatusNotice } from '#renderer/features/candidate/status-notice.tsx';
import { useRecordId } from '#renderer/features/candidate/use-dossier-id.ts';
import { frameOf } from '#renderer/features/report/frame-of.ts';
import { ReportButtons } from '#renderer/features/report/report-buttons.tsx';
import { useRegionName } from '#renderer/features/report/use-region-name.ts';
import { SignatureSection } from '#renderer/features/signature/signature-section.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import { halfYearReport } from '#shared/reports/half-year-report.ts';
import { CoachingReportContent } from './coaching-report-content.tsx';
import { CorrectReportLink, ReportVersionNotice } from './report-correction.tsx';
import '#renderer/features/candidate/candidate.css';
import './coaching.css';

/** One final half-yearly report with the signatures under it. */
export function CoachingReportViewPage() {
  const { t } = useTranslation(['coaching', 'words']);
  const recordId = useRecordId();
  const format = useFormat();
  return (
    <DossierGate>
      {(dossier) => {
        const record = recordsOf(dossier, 'coachingReport').find((each) => each.recordId === recordId);
        const facts = record?.groups.facts;
        if (record === undefined || facts === undefined) return <MissingRecord dossierId={dossier.dossierId} />;
        return (
          <div className="candidate candidate--reading coaching">
            <PageHeader
              title={t('words:kind.coachingReport')}
              documentTitle={t('words:kind.coachingReport')}
              lead={t('report.lead', { name: candidateName(dossier), from: format.dayInWords(facts.from), through: format.dayInWords(facts.through) })}
              back={<BackLink to={paths.coaching(dossier.dossierId)}>{t('title')}</BackLink>}
            />
            <StatusNotice status={record.status} />
            <ReportVersionNotice dossier={dossier} record={record} />
            <section className="coaching__section">
              <Heading level={2}>{t('report.outcome')}</Heading>
              <p className="coaching__outcome">{t(`words:coachingResult.${facts.result}`)}</p>
            </section>
            <CoachingReportContent groups={record.groups} />
            <p>
              <RecordStatusText status={record.status} always />
            </p>
            <SignatureSection dossier={dossier} record={record} />
            <ReportFile dossier={dossier} record={record} />
            <p>
              <CorrectReportLink dossier={dossier} record={record} />
            </p>
          </div>
        );
      }}
    </DossierGate>
  );
}

function ReportFile({ dossier, record }: { readonly dossier: DossierView; readonly record: RecordView<'coachingReport'> }) {
  const region = useRegionName();
  const { facts, report } = record.groups;
  if (facts === undefined || report === undefined) return null;
  return <ReportButtons reports={[{ id: 'halfjaarverslag', make: () => halfYearReport({ ...frameOf(dossier, record, region), name: candidateName(dossier), facts, report }) }]} />;
}
