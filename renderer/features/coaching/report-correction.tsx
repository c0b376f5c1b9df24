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
import type { RecordId } from '#shared/domain/ids.ts';
import { nameOfReport, reportToCorrect, versionsIn, type Report, type ReportInFile, type VersionInFile } from './report-versions.ts';

interface ReportProps {
  readonly dossier: DossierView;
  readonly record: RecordView<'coachingReport'>;
}

/**
 * An earlier version says that it is one, a later one why there is one, and two that were made apart say so of each other:
 * signatures belong to the version they stand under.
 */
export function ReportVersionNotice({ dossier, record }: ReportProps) {
  const { t } = useTranslation('coaching');
  const versions = versionsIn(dossier);
  const version = versions.get(record.recordId);
  if (version === undefined) return null;
  const reason = record.groups.report?.correctionReason ?? '';
  const replaces = version.replaces.length + version.replacesUnknown.length > 0;
  return (
    <>
      {version.replacedBy.length > 0 && (
        <Alert kind="warning" title={t('report.corrected.title', { version: version.name })}>
          <p>{t('report.corrected.text')}</p>
          <VersionLinks reports={version.replacedBy.map(recordOf)} versions={versions} />
        </Alert>
      )}
      {version.beside.length > 0 && (
        <Alert kind="warning" title={t('report.beside.title', { version: version.name, count: version.beside.length })}>
          <p>{t('report.beside.text')}</p>
          <VersionLinks reports={version.beside.map(recordOf)} versions={versions} />
        </Alert>
      )}
      {replaces && (
        <Alert kind="info" title={t('report.corrects.title', { version: version.name })}>
          {reason !== '' && <p>{t('report.corrects.text', { reason })}</p>}
          {version.replaces.length > 0 && <p>{t('report.corrects.which')}</p>}
          <VersionLinks reports={version.replaces.map(recordOf)} versions={versions} />
          {version.replacesUnknown.length > 0 && <p>{t('report.corrects.unknown')}</p>}
        </Alert>
      )}
    </>
  );
}

const recordOf = ({ record }: ReportInFile) => record;

/** The versions by name, with their day and who made them. */
export function VersionLinks({ reports, versions }: { readonly reports: readonly Report[]; readonly versions: ReadonlyMap<RecordId, VersionInFile> }) {
  const { t } = useTranslation('coaching');
  const format = useFormat();
  if (reports.length === 0) return null;
  return (
    <ul>
      {reports.map(({ dossierId, recordId, groups: { facts, report } }) => (
        <li key={recordId}>
          <TextLink to={paths.coachingReport(dossierId, recordId)}>
            {t('report.versionOf', { version: nameOfReport(versions, recordId), day: facts === undefined ? '' : format.dayInWords(facts.finalisedOn) })}
          </TextLink>
          {report !== undefined && <span> · {report.coachName}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What is final is corrected by its next version; one that was made apart from others makes one of them all. */
export function CorrectReportLink({ dossier, record }: ReportProps) {
  const { t } = useTranslation('coaching');
  const { principal } = useDevice();
  const [draftId] = useState(() => crypto.randomUUID());
  const version = versionsIn(dossier).get(record.recordId);
  if (reportToCorrect(dossier, record.recordId) === null || version === undefined || version.replacedBy.length > 0 || !mayRecord(principal, 'coachingReport', dossier)) return null;
  return <ActionLink to={paths.correctCoachingReport(dossier.dossierId, record.recordId, draftId)}>{t(version.beside.length > 0 ? 'report.makeOne' : 'report.correct')}</ActionLink>;
}

/** Which version it is and how it stands to the others, in a line of a list; nothing where there is only one. */
export function ReportVersionText({ dossier, record }: ReportProps) {
  const { t } = useTranslation('coaching');
  const versions = versionsIn(dossier);
  const version = versions.get(record.recordId);
  if (version === undefined) return null;
  const named = (reports: readonly ReportInFile[]) => reports.map(({ recordId }) => nameOfReport(versions, recordId)).join(', ');
  if (version.replacedBy.length > 0) return <span>{t('report.replaced', { version: version.name, by: named(version.replacedBy) })}</span>;
  if (version.beside.length > 0) return <span>{t('report.besideShort', { version: version.name, others: named(version.beside) })}</span>;
  return version.name === '1' ? null : <span>{t('report.version', { version: version.name })}</span>;
}
