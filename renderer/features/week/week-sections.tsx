import { memo, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '#renderer/components/heading.tsx';
import { entrances } from '#shared/domain/records/candidate.ts';
import { workPlaceTypes } from '#shared/domain/records/employer.ts';
import { placementForms } from '#shared/domain/records/placement.ts';
import type { WeekCount } from '#shared/export/week.ts';
import { partLabel } from '#shared/export/week-words.ts';
import { FigureTable } from './figure-table.tsx';
import { NazorgPicture } from './nazorg-picture.tsx';
import { PlaceTable } from './place-table.tsx';
import type { TwoWeeks } from './use-week-count.ts';
import { useWords } from './use-words.ts';

/** The tables of the week, the most urgent first. Drawn again when the figures change, not with every tick of the clock. */
export const WeekSections = memo(function WeekSections(weeks: TwoWeeks) {
  const { t } = useTranslation('week');
  const words = useWords();
  const { current, previous } = weeks;
  return (
    <>
      <Section title={t('section.nazorg')}>
        {(id) => (
          <div className="week-section__pair">
            <NazorgPicture count={current} />
            <PlaceTable
              {...weeks}
              labelledBy={id}
              columns={[
                { id: 'nazorgDone.total', label: words('week:figure.nazorgDone.label') },
                { id: 'nazorgOverdue.total', label: words('week:figure.nazorgOverdue.label') },
                { id: 'atRisk.dreigende-uitval', label: partLabel('atRisk.dreigende-uitval', words) },
                { id: 'atRisk.let-op', label: partLabel('atRisk.let-op', words) },
              ]}
            />
          </div>
        )}
      </Section>
      <Section title={t('section.placements')}>
        {(id) => (
          <PlaceTable
            {...weeks}
            labelledBy={id}
            columns={[
              { id: 'placementsStarted.total', label: t('column.started') },
              { id: 'placementsEnded.total', label: t('column.ended') },
              { id: 'placementsRunning.total', label: t('column.running') },
              { id: 'leftBenefit.volledig', label: t('column.volledig') },
              { id: 'leftBenefit.partieel', label: t('column.partieel') },
            ]}
          />
        )}
      </Section>
      <Section title={t('section.placementForms')}>
        {(id) => (
          <FigureTable
            labelledBy={id}
            rowLabel={t('column.form')}
            columns={(['started', 'ended', 'running'] as const).map((key) => ({ key, label: t(`column.${key}`), unit: 'count' }))}
            rows={placementForms.map((form) => ({ key: form, label: partLabel(`placementsStarted.${form}`, words), values: formValues(current, form) }))}
            totals={[
              { key: 'region', label: t('column.region'), values: formValues(current, 'total') },
              { key: 'before', label: t('column.regionBefore'), values: formValues(previous, 'total') },
            ]}
          />
        )}
      </Section>
      <Section title={t('section.jobs')}>
        {(id) => (
          <PlaceTable
            {...weeks}
            labelledBy={id}
            columns={[
              { id: 'banenafspraakJobs.total', label: t('column.jobs') },
              { id: 'measurementsDone.total', label: t('column.measured') },
              { id: 'averageLoonwaarde.total', label: t('column.average') },
              { id: 'measurementsOverdue.total', label: t('column.measurementsOverdue') },
              { id: 'lksMonthly.total', label: t('column.lks') },
            ]}
          />
        )}
      </Section>
      <Section title={t('section.candidates')}>
        {(id) => (
          <PlaceTable
            {...weeks}
            labelledBy={id}
            columns={[
              { id: 'candidates.total', label: t('column.total') },
              ...([1, 2, 3, 4] as const).map((group) => ({ id: `candidates.group-${group}` as const, label: partLabel(`candidates.group-${group}`, words) })),
            ]}
          />
        )}
      </Section>
      <Section title={t('section.registrations')}>
        {(id) => (
          <PlaceTable
            {...weeks}
            labelledBy={id}
            columns={[
              { id: 'registrations.total', label: t('column.total') },
              ...entrances.map((entrance) => ({ id: `registrations.${entrance}` as const, label: partLabel(`registrations.${entrance}`, words) })),
            ]}
          />
        )}
      </Section>
      <Section title={t('section.intakesAndPlans')}>
        {(id) => (
          <PlaceTable
            {...weeks}
            labelledBy={id}
            columns={[
              { id: 'intakesDone.total', label: words('week:figure.intakesDone.label') },
              { id: 'plansMade.first', label: t('column.firstPlans') },
              { id: 'plansMade.next', label: t('column.nextPlans') },
              { id: 'planReviewsOverdue.total', label: words('week:figure.planReviewsOverdue.label') },
            ]}
          />
        )}
      </Section>
      <Section title={t('section.workPlaces')}>
        {(id) => (
          <FigureTable
            labelledBy={id}
            rowLabel={t('column.type')}
            columns={(['acquired', 'acquiredBefore', 'open', 'openBefore'] as const).map((key) => ({ key, label: t(`column.${key}`), unit: 'count' }))}
            rows={workPlaceTypes.map((type) => ({ key: type, label: partLabel(`workPlacesOpen.${type}`, words), values: workPlaceValues(weeks, type) }))}
            totals={[{ key: 'total', label: t('column.total'), values: workPlaceValues(weeks, 'total') }]}
          />
        )}
      </Section>
    </>
  );
});

const formValues = ({ total }: WeekCount, form: (typeof placementForms)[number] | 'total') => [total[`placementsStarted.${form}`], total[`placementsEnded.${form}`], total[`placementsRunning.${form}`]];

const workPlaceValues = ({ current, previous }: TwoWeeks, type: (typeof workPlaceTypes)[number] | 'total') =>
  (['workPlacesAcquired', 'workPlacesOpen'] as const).flatMap((family) => [current.workPlaces[`${family}.${type}`], previous.workPlaces[`${family}.${type}`]]);

/** A heading and the table that it names. */
function Section({ title, children }: { readonly title: string; readonly children: (headingId: string) => ReactNode }) {
  const id = useId();
  return (
    <section className="week-section" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {children(id)}
    </section>
  );
}
