import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import type { RecordView } from '#renderer/data/views.ts';
import { amsterdamDayOf, amsterdamTimeOf } from '#shared/lib/calendar.ts';
import type { LinesOf } from './timeline-item.ts';
import { TimelineLine } from './timeline-line.tsx';

/** On the day on which it came in: what the device of its author says about time is only shown. */
export const handoverLines: LinesOf<'handover'> = (record) => {
  const { about } = record.groups;
  return about === undefined ? [] : [{ key: record.recordId, on: amsterdamDayOf(about.receivedAtMs), at: amsterdamTimeOf(about.receivedAtMs), line: <HandoverLine record={record} /> }];
};

function HandoverLine({ record }: { readonly record: RecordView<'handover'> }) {
  const { t } = useTranslation(['handover', 'words']);
  const { about, handling } = record.groups;
  if (about === undefined) return null;
  return (
    <TimelineLine
      title={t('timeline', { kind: t(`words:kind.${about.kind}`, about.kind).toLowerCase() })}
      to={paths.candidate(record.dossierId)}
      text={handling === undefined ? t('open') : handling.remark}
      by={{ userId: about.authorId }}
      status={record.status}
    />
  );
}
