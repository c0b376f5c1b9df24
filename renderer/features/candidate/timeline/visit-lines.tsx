import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import type { RecordView } from '#renderer/data/views.ts';
import { RiskBadge } from '../risk-badge.tsx';
import type { LinesOf } from './timeline-item.ts';
import { TimelineLine } from './timeline-line.tsx';

export const visitLines: LinesOf<'visit'> = (record) => {
  const { facts } = record.groups;
  return [{ key: record.recordId, on: facts?.heldOn ?? '', at: facts?.beganAt ?? '', line: <VisitLine record={record} /> }];
};

function VisitLine({ record }: { readonly record: RecordView<'visit'> }) {
  const { t } = useTranslation(['candidate', 'words']);
  const { facts, note } = record.groups;
  return (
    <TimelineLine
      to={paths.visit(record.dossierId, record.recordId)}
      title={facts === undefined ? t('words:kind.visit') : t('timeline.visit', { activity: t(`words:activity.${facts.activity}`).toLowerCase() })}
      badge={facts !== undefined && facts.risk !== 'goed' && <RiskBadge risk={facts.risk} />}
      text={note?.observations}
      by={facts === undefined ? undefined : { userId: facts.heldBy }}
      status={record.status}
    />
  );
}
