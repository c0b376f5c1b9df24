import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { forfaitaryEnd } from '#shared/domain/loonkostensubsidie/deadlines.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import { mayRecord } from './may-record.ts';

export interface PlacementListProps {
  readonly dossier: DossierView;
  readonly format: Format;
}

/** Where this person works and worked, newest first. */
export function PlacementList({ dossier, format }: PlacementListProps) {
  const { t } = useTranslation(['candidate', 'words']);
  const { principal } = useDevice();
  const { dossierId, placements } = dossier;
  const mayWrite = mayRecord(principal, 'placement', dossier);
  const known = placements.flatMap(({ recordId, groups }) => (groups.facts === undefined ? [] : [{ recordId, facts: groups.facts }]));
  if (known.length === 0 && !mayWrite) return null;
  known.sort((a, b) => (a.facts.beganOn < b.facts.beganOn ? 1 : -1));
  const period = (facts: PlacementFacts) =>
    facts.endedOn === null ? t('placements.from', { day: format.day(facts.beganOn) }) : t('placements.period', { from: format.day(facts.beganOn), to: format.day(facts.endedOn) });
  return (
    <section className="candidate__section">
      <Heading level={2}>{t('placements.title')}</Heading>
      {known.length === 0 && <p>{t('placements.none')}</p>}
      <ul className="placement-list" hidden={known.length === 0}>
        {known.map(({ recordId, facts }) => (
          <li key={recordId}>
            <p className="placement-list__employer">
              <TextLink to={paths.employer(facts.employerId)}>{facts.employerName}</TextLink>
            </p>
            <p>{[facts.jobTitle, t('words:hoursPerWeek', { hours: format.count(facts.hoursPerWeek) })].filter((part) => part !== '').join(', ')}</p>
            <p className="placement-list__detail">
              {t(`words:placementForm.${facts.form}`)}, {period(facts)}
            </p>
            {facts.form === 'proefplaatsing' && facts.endedOn === null && typeof facts.trialThrough === 'string' && <p className="placement-list__detail">{t('placements.trial', { day: format.day(facts.trialThrough) })}</p>}
            {facts.endReason !== null && <p className="placement-list__detail">{t('placements.ended', { reason: t(`words:endReason.${facts.endReason}`).toLowerCase() })}</p>}
            {facts.forfaitaryFrom !== undefined && facts.forfaitaryFrom !== null && <p className="placement-list__detail">{t('placements.forfaitary', { from: format.day(facts.forfaitaryFrom), to: format.day(forfaitaryEnd(facts.forfaitaryFrom)) })}</p>}
            {mayWrite && (
              <TextLink to={paths.placement(dossierId, recordId)} aria-label={t('placements.changeAt', { employer: facts.employerName })}>
                {t('placements.change')}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && <ActionLink to={paths.placement(dossierId)}>{t('placements.add')}</ActionLink>}
    </section>
  );
}
