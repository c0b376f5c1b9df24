import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import type { RecordView } from '#renderer/data/views.ts';
import type { LinesOf } from './timeline-item.ts';
import { TimelineLine } from './timeline-line.tsx';

export const measurementLines: LinesOf<'measurement'> = (record) => [
  { key: record.recordId, on: record.groups.result?.visitedOn ?? record.groups.facts?.visitedOn ?? '', line: <MeasurementLine record={record} /> },
];

function MeasurementLine({ record }: { readonly record: RecordView<'measurement'> }) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  const { facts, result } = record.groups;
  return (
    <TimelineLine
      to={paths.measurement(record.dossierId, record.recordId)}
      title={result === undefined ? t('timeline.measurementOpen') : t('timeline.measurement', { value: format.count(result.loonwaarde) })}
      text={facts === undefined ? undefined : t('timeline.measurementAt', { function: facts.functionPerformed, employer: facts.employerName })}
      by={facts === undefined ? undefined : { name: facts.expertName }}
      status={record.status}
    />
  );
}
