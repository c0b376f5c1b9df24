import { useTranslation } from 'react-i18next';
import type { Format } from '#renderer/app/use-format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import type { RecordView } from '#renderer/data/views.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';

export interface PlacementListProps {
  readonly placements: readonly RecordView<'placement'>[];
  readonly today: string;
  readonly format: Format;
}

/** Where this person works and worked, newest first. */
export function PlacementList({ placements, format }: PlacementListProps) {
  const { t } = useTranslation(['candidate', 'words']);
  const known = placements.flatMap(({ recordId, groups }) => (groups.facts === undefined ? [] : [{ recordId, facts: groups.facts }]));
  if (known.length === 0) return null;
  known.sort((a, b) => (a.facts.beganOn < b.facts.beganOn ? 1 : -1));
  const period = (facts: PlacementFacts) =>
    facts.endedOn === null ? t('placements.from', { day: format.day(facts.beganOn) }) : t('placements.period', { from: format.day(facts.beganOn), to: format.day(facts.endedOn) });
  return (
    <section className="candidate__section">
      <Heading level={2}>{t('placements.title')}</Heading>
      <ul className="placement-list">
        {known.map(({ recordId, facts }) => (
          <li key={recordId}>
            <p className="placement-list__employer">{facts.employerName}</p>
            <p>{[facts.jobTitle, t('words:hoursPerWeek', { hours: format.count(facts.hoursPerWeek) })].filter((part) => part !== '').join(', ')}</p>
            <p className="placement-list__detail">
              {t(`words:placementForm.${facts.form}`)}, {period(facts)}
            </p>
            {facts.endReason !== null && <p className="placement-list__detail">{t('placements.ended', { reason: t(`words:endReason.${facts.endReason}`).toLowerCase() })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
