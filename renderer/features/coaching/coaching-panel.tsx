import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { sees } from '#renderer/features/candidate/sees.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { currentCoaching, halfYearsOf, visitFactsOf } from './coaching-of-file.ts';
import { HoursBar } from './hours-bar.tsx';
import { useCoachingParameters } from './use-coaching-parameters.ts';
import './coaching.css';

/** In a candidate's file: how much of the coaching is left, and the way to plan and reports. Nothing for who never sees coaching. */
export function CoachingPanel({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation('coaching');
  const { principal } = useDevice();
  const parameters = useCoachingParameters();
  const { today } = useMoment();
  if (!sees(principal.role, 'coaching')) return null;
  const facts = currentCoaching(dossier)?.groups.facts;
  const [current] = facts === undefined || facts.endedOn !== null ? [] : halfYearsOf(parameters, facts, visitFactsOf(dossier), today);
  // Before there is work there is nothing to coach on a work floor.
  if (facts === undefined && dossier.placements.length === 0) return null;
  return (
    <section className="candidate__section" aria-labelledby="coaching-panel">
      <Heading level={2} id="coaching-panel">
        {t('title')}
      </Heading>
      {current === undefined ? <p>{t(facts === undefined ? 'hours.none' : 'panel.notRunning')}</p> : <HoursBar halfYear={current} />}
      <p>
        <TextLink to={paths.coaching(dossier.dossierId)}>{t('panel.open')}</TextLink>
      </p>
    </section>
  );
}
