import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { useHours } from '#renderer/features/coaching/use-hours.ts';
import type { CoachDay, CoachTotals, CoachVisit, CoachWeek } from '#shared/export/coach-week.ts';

/** Per day the visits, with who and where; the totals first, because that is what one hands in. */
export function CoachWeekTable({ week }: { readonly week: CoachWeek }) {
  const { t } = useTranslation('coachweek');
  return (
    <>
      <section aria-labelledby="coach-week-total">
        <Heading level={2} id="coach-week-total" className="visually-hidden">
          {t('total.week')}
        </Heading>
        <Totals totals={week} />
      </section>
      {week.days.map((day) => (
        <DaySection key={day.day} day={day} />
      ))}
    </>
  );
}

function Totals({ totals }: { readonly totals: CoachTotals }) {
  const { t } = useTranslation('coachweek');
  const hours = useHours();
  const kilometres = useKilometres();
  return (
    <dl className="coach-week__figures">
      <div>
        <dt>{t('figure.visits')}</dt>
        <dd>{t('visits', { count: totals.visits, people: t('people', { count: totals.people }) })}</dd>
      </div>
      <div>
        <dt>{t('figure.hours')}</dt>
        <dd>{hours(totals.minutes)}</dd>
      </div>
      <div>
        <dt>{t('figure.travel')}</dt>
        <dd>{t('travel', { hours: hours(totals.travelMinutes), kilometres: kilometres(totals.travelMetres) })}</dd>
      </div>
    </dl>
  );
}

function DaySection({ day }: { readonly day: CoachDay }) {
  const { t } = useTranslation('coachweek');
  const format = useFormat();
  const hours = useHours();
  const kilometres = useKilometres();
  const id = `coach-day-${day.day}`;
  return (
    <section aria-labelledby={id} className="coach-week__day">
      <div className="coach-week__head">
        <Heading level={2} id={id}>
          {format.weekday(day.day)}
        </Heading>
        <p>
          {day.travelMinutes === 0 && day.travelMetres === 0
            ? hours(day.minutes)
            : t('daySum', { hours: hours(day.minutes), travel: hours(day.travelMinutes), kilometres: kilometres(day.travelMetres) })}
        </p>
      </div>
      <ul className="coach-week__visits">
        {day.list.map((visit) => (
          <li key={`${visit.beganAt} ${visit.dossierIds.join(' ')}`} className="coach-week__visit">
            <VisitLine visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function VisitLine({ visit }: { readonly visit: CoachVisit }) {
  const { t } = useTranslation(['coachweek', 'words']);
  const device = useDevice();
  const caseload = useLive(device.caseload);
  const hours = useHours();
  const kilometres = useKilometres();
  const rows = caseload.kind === 'ready' ? caseload.rows : [];
  return (
    <>
      <span className="coach-week__time">{visit.beganAt}</span>
      <div>
        <p className="coach-week__who">
          {visit.dossierIds.map((dossierId) => (
            <TextLink key={dossierId} to={paths.candidate(dossierId)}>
              {rows.find((row) => row.dossierId === dossierId)?.name ?? dossierId.slice(0, 8)}
            </TextLink>
          ))}
        </p>
        <p className="coach-week__where">
          {[t(`words:visitPlace.${visit.place}`), visit.employerName, t(`words:activity.${visit.activity}`)].filter((part) => part !== '').join(', ')}
        </p>
      </div>
      <p className="coach-week__minutes">
        <span>{hours(visit.minutes)}</span>
        <span className="coach-week__where">
          {visit.travelMinutes === null && visit.travelMetres === null ? t('noTravel') : t('travel', { hours: hours(visit.travelMinutes ?? 0), kilometres: kilometres(visit.travelMetres ?? 0) })}
        </span>
      </p>
    </>
  );
}

/** "24,5 km" @param metres [m] */
function useKilometres(): (metres: number) => string {
  const { t } = useTranslation('coachweek');
  const format = useFormat();
  return (metres) => t('kilometres', { kilometres: format.count(Math.round(metres / 100) / 10) });
}
