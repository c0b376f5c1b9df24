import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { DossierGate } from '#renderer/features/candidate/dossier-gate.tsx';
import { MissingRecord } from '#renderer/features/candidate/missing-record.tsx';
import { useRecordId } from '#renderer/features/candidate/use-dossier-id.ts';
import { frameOf } from '#renderer/features/report/frame-of.ts';
import { ReportButtons } from '#renderer/features/report/report-buttons.tsx';
import { useRegionName } from '#renderer/features/report/use-region-name.ts';
import { SignatureSection } from '#renderer/features/signature/signature-section.tsx';
import { halfYearReport } from '#shared/reports/half-year-report.ts';
import { CoachingReading } from './coaching-reading.tsx';
import { CoachingReportContent } from './coaching-report-content.tsx';
import { placedReports } from './report-versions.ts';
import { CorrectReportLink, ReportVersionNotice } from './report-correction.tsx';

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
          <CoachingReading
            record={record}
            lead={t('report.lead', { name: candidateName(dossier), from: format.dayInWords(facts.from), through: format.dayInWords(facts.through) })}
            below={
              <>
                <SignatureSection dossier={dossier} record={record} />
                <ReportFile dossier={dossier} record={record} />
                <p>
                  <CorrectReportLink dossier={dossier} record={record} />
                </p>
              </>
            }
          >
            <ReportVersionNotice dossier={dossier} record={record} />
            <section className="coaching__section">
              <Heading level={2}>{t('report.outcome')}</Heading>
              <p className="coaching__outcome">{t(`words:coachingResult.${facts.result}`)}</p>
            </section>
            <CoachingReportContent groups={record.groups} />
          </CoachingReading>
        );
      }}
    </DossierGate>
  );
}

function ReportFile({ dossier, record }: { readonly dossier: DossierView; readonly record: RecordView<'coachingReport'> }) {
  const region = useRegionName();
  const { facts, report } = record.groups;
  if (facts === undefined || report === undefined) return null;
  return <ReportButtons reports={[{ id: 'halfjaarverslag', make: () => halfYearReport({ ...frameOf(dossier, record, region), name: candidateName(dossier), facts, report, reports: placedReports(dossier) }) }]} />;
}
