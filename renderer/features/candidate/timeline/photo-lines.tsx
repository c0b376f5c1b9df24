import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import type { RecordView } from '#renderer/data/views.ts';
import type { LinesOf } from './timeline-item.ts';
import { TimelineLine } from './timeline-line.tsx';

/** Photos of a visit stand with the visit. */
export const photoLines: LinesOf<'attachment'> = (record) =>
  record.groups.facts?.visitId === null ? [{ key: record.recordId, on: record.groups.facts.takenOn, line: <PhotoLine record={record} /> }] : [];

function PhotoLine({ record }: { readonly record: RecordView<'attachment'> }) {
  const { t } = useTranslation('file');
  return <TimelineLine title={t('timeline.photo')} to={paths.candidate(record.dossierId)} text={record.groups.facts?.description} by={{ userId: record.createdBy }} status={record.status} />;
}
