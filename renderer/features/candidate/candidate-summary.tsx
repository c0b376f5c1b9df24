import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import type { Format } from '#renderer/app/use-format.ts';
import { daysSince } from '#renderer/components/format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { summaryOf } from './dossier-summary.ts';
import { RiskBadge } from './risk-badge.tsx';
import { sees } from './sees.ts';

export interface CandidateSummaryProps {
  readonly dossier: DossierView;
  readonly today: string;
  readonly format: Format;
}

/** Four answers to what one asks on the way in: when, where, how is it going, how much. */
export function CandidateSummary({ dossier, today, format }: CandidateSummaryProps) {
  const { t } = useTranslation(['candidate', 'words']);
  const { principal } = useDevice();
  const { placement, lastVisit, nextContactOn, result } = summaryOf(dossier, today);
  const seesVisits = sees(principal.role, 'visit');
  const daysLate = nextContactOn === null ? 0 : daysSince(nextContactOn, format.nowMs);
  return (
    <dl className="candidate-summary" aria-label={t('summary.label')}>
      {seesVisits && (
        <Answer label={t('summary.nextContact')} detail={daysLate > 0 && <strong className="candidate-summary__late">{t('summary.late', { count: daysLate })}</strong>}>
          {nextContactOn === null ? <None>{t('summary.nextContactNone')}</None> : format.nearDay(nextContactOn)}
        </Answer>
      )}
      <Answer
        label={t('summary.placement')}
        detail={placement !== null && t('summary.placementSince', { jobTitle: placement.jobTitle, hours: t('words:hoursPerWeek', { hours: format.count(placement.hoursPerWeek) }) })}
      >
        {placement === null ? <None>{t('summary.placementNone')}</None> : placement.employerName}
      </Answer>
      {seesVisits && (
        <Answer label={t('summary.risk')} detail={lastVisit !== null && <>{lastVisit.sickLeave ? `${t('summary.sick')}, ` : ''}{t('summary.riskAt', { day: format.day(lastVisit.heldOn) })}</>}>
          {lastVisit === null ? <None>{t('summary.riskNone')}</None> : <RiskBadge risk={lastVisit.risk} />}
        </Answer>
      )}
      <Answer label={t('summary.loonwaarde')} detail={result !== null && t('summary.loonwaardeAt', { day: format.day(result.visitedOn) })}>
        {result === null ? <None>{t('summary.loonwaardeNone')}</None> : t('summary.loonwaardeValue', { value: format.count(result.loonwaarde) })}
      </Answer>
      {!seesVisits && (
        <Answer label={t('summary.nextMeasurement')} detail={false}>
          {result === null || result.nextMeasurementOn === null ? <None>{t('summary.nextContactNone')}</None> : format.nearDay(result.nextMeasurementOn)}
        </Answer>
      )}
    </dl>
  );
}

function Answer({ label, detail, children }: { readonly label: string; readonly detail: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="candidate-summary__value">{children}</dd>
      {detail !== false && <dd className="candidate-summary__detail">{detail}</dd>}
    </div>
  );
}

function None({ children }: { readonly children: ReactNode }) {
  return <span className="candidate-summary__none">{children}</span>;
}
