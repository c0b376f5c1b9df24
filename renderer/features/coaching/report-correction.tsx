import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { mayRecord } from '#renderer/features/candidate/may-record.ts';
import { correctionOfReport, reportToCorrect, versionOfReport } from './report-versions.ts';

interface ReportProps {
  readonly dossier: DossierView;
  readonly record: RecordView<'coachingReport'>;
}

/** An earlier version says that it is one, and a later one why there is one: signatures belong to the version they stand under. */
export function ReportVersionNotice({ dossier, record }: ReportProps) {
  const { t } = useTranslation('coaching');
  const format = useFormat();
  const correction = correctionOfReport(dossier, record.recordId);
  const { facts, report } = record.groups;
  const corrects = facts?.corrects ?? null;
  return (
    <>
      {correction?.groups.facts !== undefined && (
        <Alert kind="warning" title={t('report.corrected.title')}>
          <p>{t('report.corrected.text', { version: versionOfReport(correction), day: format.dayInWords(correction.groups.facts.finalisedOn) })}</p>
          <p>
            <TextLink to={paths.coachingReport(dossier.dossierId, correction.recordId)}>{t('report.corrected.open', { version: versionOfReport(correction) })}</TextLink>
          </p>
        </Alert>
      )}
      {corrects !== null && (
        <Alert kind="info" title={t('report.corrects.title', { version: versionOfReport(record) })}>
          {report?.correctionReason !== undefined && <p>{t('report.corrects.text', { reason: report.correctionReason })}</p>}
          <p>
            <TextLink to={paths.coachingReport(dossier.dossierId, corrects)}>{t('report.corrects.open')}</TextLink>
          </p>
        </Alert>
      )}
    </>
  );
}

/** What is final is corrected by its next version. */
export function CorrectReportLink({ dossier, record }: ReportProps) {
  const { t } = useTranslation('coaching');
  const { principal } = useDevice();
  const [draftId] = useState(() => crypto.randomUUID());
  if (reportToCorrect(dossier, record.recordId) === null || correctionOfReport(dossier, record.recordId) !== null || !mayRecord(principal, 'coachingReport', dossier)) return null;
  return <ActionLink to={paths.correctCoachingReport(dossier.dossierId, record.recordId, draftId)}>{t('report.correct')}</ActionLink>;
}
