import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { DataList, type DataListItem } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { recordsOf, type DossierView } from '#renderer/data/views.ts';
import type { FirstStep } from '#renderer/features/candidate/first-step.ts';
import { mayRecord } from '#renderer/features/candidate/may-record.ts';
import { sees } from '#renderer/features/candidate/sees.ts';
import { currentPlan, openAgreements } from '#shared/domain/plan/plan-state.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import './plan.css';

export interface PlanPanelProps {
  readonly dossier: DossierView;
  readonly format: Format;
  /** What the page asks for first, above; the panel does not ask for it again. */
  readonly above: FirstStep;
}

/** In the file: what both are working towards, what is still to be done by whom, and when they look back. */
export function PlanPanel({ dossier, format, above }: PlanPanelProps) {
  const { t } = useTranslation(['plan', 'words']);
  const { principal } = useDevice();
  if (!sees(principal.role, 'plan')) return null;
  const today = amsterdamDayOf(format.nowMs);
  const plan = currentPlan(recordsOf(dossier, 'plan'));
  const mayPlan = above !== 'plan' && mayRecord(principal, 'plan', dossier);
  const mayIntake = above !== 'intake' && mayRecord(principal, 'intake', dossier);
  const facts = plan?.groups.facts;
  const open = openAgreements(recordsOf(dossier, 'plan'), recordsOf(dossier, 'planOutcome'), today);
  const items: DataListItem[] = facts === undefined ? [] : [
    { key: 'goal', label: t('panel.goal'), value: plan?.groups.content?.goal ?? '' },
    { key: 'agreed', label: t('panel.agreed'), value: plan?.groups.agreed === undefined ? t('panel.notAgreed') : format.day(plan.groups.agreed.agreedOn) },
    { key: 'review', label: t('panel.nextReview'), value: facts.nextReviewOn < today ? `${format.day(facts.nextReviewOn)}, ${t('panel.late')}` : format.day(facts.nextReviewOn) },
  ];
  return (
    <section className="candidate__section plan-panel">
      <Heading level={2}>{t('panel.title')}</Heading>
      {plan === null ? <p>{t('panel.none')}</p> : <DataList items={items} />}
      {plan !== null && (
        <>
          <Heading level={3} look={4}>
            {t('panel.openAgreements')}
          </Heading>
          {open.length === 0 ? (
            <p>{t('panel.noneOpen')}</p>
          ) : (
            <ul className="plan-panel__open">
              {open.map(({ agreement: { id, what, owner, dueOn }, overdue }) => (
                <li key={id}>
                  <p>{what}</p>
                  <p className={overdue ? 'plan-panel__late' : 'agreement-list__detail'}>{t(overdue ? 'panel.overdue' : 'panel.due', { owner: t(`words:planOwner.${owner}`), day: format.day(dueOn) })}</p>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {(plan !== null || mayPlan || mayIntake) && <ButtonRow>
        {plan !== null && <ActionLink to={paths.plan(dossier.dossierId, plan.recordId)}>{t('panel.open')}</ActionLink>}
        {plan === null && mayPlan && <ActionLink to={paths.newPlan(dossier.dossierId)}>{t('panel.make')}</ActionLink>}
        {mayIntake && <ActionLink to={paths.newIntake(dossier.dossierId)}>{t('panel.intake')}</ActionLink>}
      </ButtonRow>}
    </section>
  );
}
