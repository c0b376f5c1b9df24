import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import { versionsIn } from '#renderer/features/measurement/versions-in-file.ts';
import { SignedBadge } from '#renderer/features/signature/signed-badge.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { LinesOf } from './timeline-item.ts';
import { TimelineLine } from './timeline-line.tsx';

export const measurementLines: LinesOf<'measurement'> = (record, dossier) => [
  { key: record.recordId, on: record.groups.result?.visitedOn ?? record.groups.facts?.visitedOn ?? '', line: <MeasurementLine record={record} dossier={dossier} /> },
];

function MeasurementLine({ record, dossier }: { readonly record: RecordView<'measurement'>; readonly dossier: DossierView }) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  const { facts, result } = record.groups;
  const versions = versionsIn(dossier);
  const version = versions.get(record.recordId);
  return (
    <TimelineLine
      to={paths.measurement(record.dossierId, record.recordId)}
      title={result === undefined ? t('timeline.measurementOpen') : t('timeline.measurement', { value: format.count(result.loonwaarde) })}
      badge={
        version === undefined || version.replacedBy.length === 0 ? (
          <>
            {version !== undefined && version.beside.length > 0 && (
              <StatusBadge tone="warning">{t('timeline.beside', { version: version.name, others: version.beside.map(({ recordId }) => versions.get(recordId)?.name).join(', ') })}</StatusBadge>
            )}
            <SignedBadge dossier={dossier} record={record} />
          </>
        ) : (
          <StatusBadge tone="neutral">{t('timeline.corrected')}</StatusBadge>
        )
      }
      text={facts === undefined ? undefined : t('timeline.measurementAt', { function: facts.functionPerformed, employer: facts.employerName })}
      by={facts === undefined ? undefined : { name: facts.expertName }}
      status={record.status}
    />
  );
}
