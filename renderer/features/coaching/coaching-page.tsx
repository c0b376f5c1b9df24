import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { DossierGate } from '#renderer/features/candidate/dossier-gate.tsx';
import { DraftList } from '#renderer/features/candidate/draft-list.tsx';
import { mayRecord } from '#renderer/features/candidate/may-record.ts';
import { sees } from '#renderer/features/candidate/sees.ts';
import { SignedBadge } from '#renderer/features/signature/signed-badge.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import type { CoachingHalfYear } from '#shared/domain/coaching/coaching-hours.ts';
import { currentCoaching, halfYearsOf, halfYearToReport, plansOf, reportsOf, visitFactsOf } from './coaching-of-file.ts';
import { ReportVersionText } from './report-correction.tsx';
import { HoursBar } from './hours-bar.tsx';
import { useCoachingParameters } from './use-coaching-parameters.ts';
import { useHours } from './use-hours.ts';
import './coaching.css';

/** The coaching of one candidate: time granted and used, the plan with the employer, the half-yearly reports. */
export function CoachingPage() {
  return <DossierGate>{(dossier) => <OfFile dossier={dossier} />}</DossierGate>;
}

function OfFile({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation('coaching');
  const { principal } = useDevice();
  const format = useFormat();
  const { dossierId } = dossier;
  const coaching = currentCoaching(dossier);
  const facts = coaching?.groups.facts;
  const header = (
    <PageHeader
      title={t('title')}
      documentTitle={t('title')}
      lead={facts === undefined ? undefined : t(facts.endedOn === null ? 'lead' : 'leadEnded', { employer: facts.employerName, day: format.dayInWords(facts.endedOn ?? facts.beganOn) })}
      back={<BackLink to={paths.candidate(dossierId)}>{candidateName(dossier)}</BackLink>}
    />
  );
  if (!sees(principal.role, 'coaching')) {
    return (
      <>
        {header}
        <EmptyState title={t('notAllowed.title')}>{t('notAllowed.text')}</EmptyState>
      </>
    );
  }
  return (
    <div className="coaching">
      {header}
      <DraftList dossierId={dossier.dossierId} dossier={dossier} format={format} />
      <Hours dossier={dossier} coaching={coaching} />
      <Plans dossier={dossier} />
      {coaching !== null && <Reports dossier={dossier} coaching={coaching} />}
    </div>
  );
}

function Hours({ dossier, coaching }: { readonly dossier: DossierView; readonly coaching: RecordView<'coaching'> | null }) {
  const { t } = useTranslation(['coaching', 'words']);
  const { principal } = useDevice();
  const format = useFormat();
  const parameters = useCoachingParameters();
  const { today } = useMoment();
  const facts = coaching?.groups.facts;
  const mayGrant = mayRecord(principal, 'coaching', dossier);
  const halfYears = facts === undefined ? [] : halfYearsOf(parameters, facts, visitFactsOf(dossier), today);
  const [current, ...earlier] = halfYears;
  return (
    <section className="coaching__section" aria-labelledby="coaching-hours">
      <Heading level={2} id="coaching-hours">
        {t('hours.title')}
      </Heading>
      {facts === undefined && <p>{t('hours.none')}</p>}
      {facts !== undefined && current === undefined && <p>{t('hours.notBegun', { day: format.dayInWords(facts.beganOn) })}</p>}
      {current !== undefined && (
        <>
          <HoursBar halfYear={current} />
          <p className="coaching__how">
            {t('hours.how', { regime: t(`words:coachingRegime.${current.regime}`).toLowerCase(), percentage: format.language === 'nl' ? current.percentage.replace('.', ',') : current.percentage, hours: format.count(current.contractHours), number: current.number })}
          </p>
        </>
      )}
      {earlier.length > 0 && <EarlierHalfYears halfYears={earlier} />}
      {facts?.endReason !== undefined && facts.endReason !== null && <p>{t('end.because', { reason: t(`words:coachingEndReason.${facts.endReason}`) })}</p>}
      {mayGrant && (
        <ButtonRow>
          <ActionLink appearance={facts === undefined ? 'primary' : 'secondary'} to={paths.newCoachingRecord.coaching(dossier.dossierId)}>
            {t(facts === undefined || facts.endedOn !== null ? 'grant.title' : 'grant.change')}
          </ActionLink>
          {facts !== undefined && <ActionLink to={paths.newCoachingRecord.coachingEnd(dossier.dossierId)}>{t(facts.endedOn === null ? 'end.title' : 'end.change')}</ActionLink>}
        </ButtonRow>
      )}
    </section>
  );
}

function EarlierHalfYears({ halfYears }: { readonly halfYears: readonly CoachingHalfYear[] }) {
  const { t } = useTranslation(['coaching', 'words']);
  const format = useFormat();
  const hours = useHours();
  return (
    <details className="coaching__earlier">
      <summary>{t('hours.earlier', { count: halfYears.length })}</summary>
      <ul className="coaching__lines">
        {halfYears.map(({ number, from, through, usedMinutes, grantedMinutes }) => (
          <li key={number}>{t('hours.earlierLine', { from: format.day(from), through: format.day(through), used: hours(usedMinutes), granted: hours(grantedMinutes) })}</li>
        ))}
      </ul>
    </details>
  );
}

function Plans({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation('coaching');
  const { principal } = useDevice();
  const format = useFormat();
  const plans = plansOf(dossier);
  return (
    <section className="coaching__section" aria-labelledby="coaching-plans">
      <Heading level={2} id="coaching-plans">
        {t('plan.title')}
      </Heading>
      <p>{t(plans.length === 0 ? 'plan.none' : 'plan.what')}</p>
      {plans.length > 0 && (
        <ul className="coaching__lines">
          {plans.map((plan, index) => (
            <li key={plan.recordId} className="coaching__line">
              <TextLink to={paths.coachingPlan(dossier.dossierId, plan.recordId)}>{t('plan.of', { day: format.dayInWords(plan.groups.shared?.drawnUpOn ?? '') })}</TextLink>
              <span>{t(index === 0 ? 'plan.holds' : 'plan.earlier')}</span>
              <RecordStatusText status={plan.status} />
            </li>
          ))}
        </ul>
      )}
      {mayRecord(principal, 'coachingPlan', dossier) && (
        <p>
          <ActionLink to={paths.newCoachingRecord.coachingPlan(dossier.dossierId)}>{t(plans.length === 0 ? 'plan.new' : 'plan.renew')}</ActionLink>
        </p>
      )}
    </section>
  );
}

function Reports({ dossier, coaching }: { readonly dossier: DossierView; readonly coaching: RecordView<'coaching'> }) {
  const { t } = useTranslation(['coaching', 'words']);
  const { principal } = useDevice();
  const format = useFormat();
  const { today } = useMoment();
  const reports = reportsOf(dossier);
  const next = halfYearToReport(dossier, coaching, today);
  return (
    <section className="coaching__section" aria-labelledby="coaching-reports">
      <Heading level={2} id="coaching-reports">
        {t('report.title')}
      </Heading>
      {reports.length === 0 && <p>{t('report.none')}</p>}
      {reports.length > 0 && (
        <ul className="coaching__lines">
          {reports.map((report) => {
            const { facts } = report.groups;
            return (
              <li key={report.recordId} className="coaching__line">
                <TextLink to={paths.coachingReport(dossier.dossierId, report.recordId)}>
                  {facts === undefined ? t('words:kind.coachingReport') : t('report.of', { from: format.day(facts.from), through: format.day(facts.through) })}
                </TextLink>
                <span>{facts !== undefined && t(`words:coachingResult.${facts.result}`)}</span>
                <ReportVersionText dossier={dossier} record={report} />
                <SignedBadge dossier={dossier} record={report} />
                <RecordStatusText status={report.status} />
              </li>
            );
          })}
        </ul>
      )}
      {next !== null && mayRecord(principal, 'coachingReport', dossier) && (
        <p>
          <ActionLink to={paths.newCoachingRecord.coachingReport(dossier.dossierId)}>{t('report.newOf', { number: next })}</ActionLink>
        </p>
      )}
    </section>
  );
}
