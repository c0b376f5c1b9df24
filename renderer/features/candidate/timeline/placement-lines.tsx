import { useTranslation } from 'react-i18next';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { LinesOf } from './timeline-item.ts';
import { TimelineLine } from './timeline-line.tsx';

export const placementLines: LinesOf<'placement'> = ({ recordId, groups: { facts }, status }) => {
  if (facts === undefined) return [];
  const began = { key: `${recordId} began`, on: facts.beganOn, line: <Began facts={facts} status={facts.endedOn === null ? status : undefined} /> };
  return facts.endedOn === null ? [began] : [began, { key: `${recordId} ended`, on: facts.endedOn, line: <Ended facts={facts} status={status} /> }];
};

interface LineProps {
  readonly facts: PlacementFacts;
  readonly status: Parameters<typeof TimelineLine>[0]['status'];
}

function Began({ facts, status }: LineProps) {
  const { t } = useTranslation(['file', 'words']);
  return <TimelineLine title={t('timeline.placementBegan', { employer: facts.employerName })} text={[t(`words:placementForm.${facts.form}`), facts.jobTitle].filter((part) => part !== '').join(', ')} status={status} />;
}

function Ended({ facts, status }: LineProps) {
  const { t } = useTranslation(['file', 'words']);
  return <TimelineLine title={t('timeline.placementEnded', { employer: facts.employerName })} text={facts.endReason === null ? undefined : t(`words:endReason.${facts.endReason}`)} status={status} />;
}
