import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import type { RecordView } from '#renderer/data/views.ts';
import type { LinesOf } from './timeline-item.ts';
import { TimelineLine } from './timeline-line.tsx';

export const intakeLines: LinesOf<'intake'> = (record) => [{ key: record.recordId, on: record.groups.facts?.heldOn ?? '', line: <IntakeLine record={record} /> }];

function IntakeLine({ record }: { readonly record: RecordView<'intake'> }) {
  const { t } = useTranslation(['intake', 'words']);
  const { facts, decision } = record.groups;
  return (
    <TimelineLine
      to={paths.intake(record.dossierId, record.recordId)}
      title={decision === undefined ? t('timeline.open') : t('timeline.title', { group: decision.candidateGroup, name: t(`words:candidateGroup.${decision.candidateGroup}`).toLowerCase() })}
      text={facts === undefined ? undefined : t(`words:entrance.${facts.entrance}`)}
      by={facts === undefined ? undefined : { userId: facts.heldBy }}
      status={record.status}
    />
  );
}
