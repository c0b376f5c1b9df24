import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { SignedBadge } from '#renderer/features/signature/signed-badge.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { LinesOf } from './timeline-item.ts';
import { nameOfReport, versionsIn } from '#renderer/features/coaching/report-versions.ts';
import { TimelineLine } from './timeline-line.tsx';

/** Each decision is something that happened, on its own day. */
export const coachingLines: LinesOf<'coaching'> = (record) => [
  ...(record.groups.facts?.periods ?? []).map((period, index, all) => ({
    key: `${record.recordId} ${period.from}`,
    on: period.grantedOn,
    line: <Granted record={record} index={index} isLast={index === all.length - 1 && record.groups.facts?.endedOn === null} />,
  })),
  ...(typeof record.groups.facts?.endedOn === 'string' ? [{ key: `${record.recordId} end`, on: record.groups.facts.endedOn, line: <Ended record={record} /> }] : []),
];

export const coachingPlanLines: LinesOf<'coachingPlan'> = (record) => [{ key: record.recordId, on: record.groups.shared?.drawnUpOn ?? '', line: <Plan record={record} /> }];

export const coachingReportLines: LinesOf<'coachingReport'> = (record, dossier) => [{ key: record.recordId, on: record.groups.facts?.finalisedOn ?? '', line: <Report record={record} dossier={dossier} /> }];

function Granted({ record, index, isLast }: { readonly record: RecordView<'coaching'>; readonly index: number; readonly isLast: boolean }) {
  const { t } = useTranslation(['coaching', 'words']);
  const { facts } = record.groups;
  const period = facts?.periods[index];
  if (facts === undefined || period === undefined) return null;
  return (
    <TimelineLine
      to={paths.coaching(record.dossierId)}
      title={t('timeline.granted', { regime: t(`words:coachingRegime.${period.regime}`).toLowerCase() })}
      text={facts.employerName}
      status={isLast ? record.status : undefined}
    />
  );
}

function Ended({ record }: { readonly record: RecordView<'coaching'> }) {
  const { t } = useTranslation(['coaching', 'words']);
  const reason = record.groups.facts?.endReason ?? null;
  return (
    <TimelineLine
      to={paths.coaching(record.dossierId)}
      title={reason === null ? t('timeline.endedPlain') : t('timeline.ended', { reason: t(`words:coachingEndReason.${reason}`).toLowerCase() })}
      text={record.groups.facts?.employerName}
      status={record.status}
    />
  );
}

function Plan({ record }: { readonly record: RecordView<'coachingPlan'> }) {
  const { t } = useTranslation(['coaching', 'words']);
  const { shared } = record.groups;
  return (
    <TimelineLine
      to={paths.coachingPlan(record.dossierId, record.recordId)}
      title={t('words:kind.coachingPlan')}
      text={shared?.goals.map(({ goal }) => goal).join(', ')}
      by={shared === undefined ? undefined : { name: shared.coachName }}
      status={record.status}
    />
  );
}

function Report({ record, dossier }: { readonly record: RecordView<'coachingReport'>; readonly dossier: DossierView }) {
  const { t } = useTranslation(['coaching', 'words']);
  const { facts, report } = record.groups;
  const version = nameOfReport(versionsIn(dossier), record.recordId);
  return (
    <TimelineLine
      to={paths.coachingReport(record.dossierId, record.recordId)}
      title={
        facts === undefined
          ? t('words:kind.coachingReport')
          : t(version === '1' ? 'timeline.report' : facts.corrects === null ? 'timeline.reportBeside' : 'timeline.reportVersion', { result: t(`words:coachingResult.${facts.result}`).toLowerCase(), version })
      }
      badge={<SignedBadge dossier={dossier} record={record} />}
      text={report?.results}
      by={report === undefined ? undefined : { name: report.coachName }}
      status={record.status}
    />
  );
}
