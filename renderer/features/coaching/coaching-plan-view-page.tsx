import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { DataList } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { DossierGate } from '#renderer/features/candidate/dossier-gate.tsx';
import { MissingRecord } from '#renderer/features/candidate/missing-record.tsx';
import { useRecordId } from '#renderer/features/candidate/use-dossier-id.ts';
import { ReportButtons } from '#renderer/features/report/report-buttons.tsx';
import { useRegionName } from '#renderer/features/report/use-region-name.ts';
import type { CoachingPlanShared } from '#shared/domain/records/coaching.ts';
import { coachingPlanReport } from '#shared/reports/coaching-plan.ts';
import { CoachingReading } from './coaching-reading.tsx';

/** One coachingsplan, to read. What the employer gets and what stays inside are kept apart for the eye too. */
export function CoachingPlanViewPage() {
  const { t } = useTranslation('coaching');
  const recordId = useRecordId();
  const format = useFormat();
  return (
    <DossierGate>
      {(dossier) => {
        const record = recordsOf(dossier, 'coachingPlan').find((each) => each.recordId === recordId);
        const shared = record?.groups.shared;
        if (record === undefined || shared === undefined) return <MissingRecord dossierId={dossier.dossierId} />;
        return (
          <CoachingReading
            record={record}
            lead={t('plan.leadView', { name: candidateName(dossier), employer: shared.employerName, day: format.dayInWords(shared.drawnUpOn) })}
            below={<PlanFile dossier={dossier} record={record} shared={shared} />}
          >
            <SharedPart shared={shared} />
            <InternalPart record={record} />
          </CoachingReading>
        );
      }}
    </DossierGate>
  );
}

function SharedPart({ shared }: { readonly shared: CoachingPlanShared }) {
  const { t } = useTranslation(['coaching', 'words']);
  const format = useFormat();
  return (
    <>
      <section className="coaching__section">
        <Heading level={2}>{t('plan.goals')}</Heading>
        <ol className="coaching__goals">
          {shared.goals.map(({ goal, approach }) => (
            <li key={goal}>
              <p>{goal}</p>
              {approach !== '' && <p className="coaching__detail">{approach}</p>}
            </li>
          ))}
        </ol>
        {shared.approach.trim() !== '' && <p className="coaching__text">{shared.approach}</p>}
      </section>
      {shared.agreements.length > 0 && (
        <section className="coaching__section">
          <Heading level={2}>{t('plan.agreements')}</Heading>
          <ul className="coaching__goals">
            {shared.agreements.map(({ what, owner, dueOn }) => (
              <li key={`${what} ${owner}`}>
                <p>{what}</p>
                <p className="coaching__detail">{dueOn === null ? t(`words:agreementOwner.${owner}`) : t('plan.ownerDue', { owner: t(`words:agreementOwner.${owner}`), day: format.dayInWords(dueOn) })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <DataList
        items={[
          { key: 'contact', label: t('plan.contact'), value: shared.contactPerson === '' ? t('plan.unknown') : shared.contactPerson },
          { key: 'coach', label: t('plan.coach'), value: [shared.coachName, shared.coachPhone].filter((part) => part !== '').join(', ') },
          { key: 'evaluate', label: t('plan.evaluateOn'), value: shared.evaluateOn === null ? t('plan.unknown') : format.dayInWords(shared.evaluateOn) },
        ]}
      />
    </>
  );
}

function InternalPart({ record }: { readonly record: RecordView<'coachingPlan'> }) {
  const { t } = useTranslation('coaching');
  const note = record.groups.internal?.note ?? '';
  if (note.trim() === '') return null;
  return (
    // Closed: a plan is also shown to the employer on this screen.
    <details className="coaching__section coaching__internal">
      <summary>{t('plan.internal')}</summary>
      <p className="coaching__text">{note}</p>
    </details>
  );
}

function PlanFile({ dossier, record, shared }: { readonly dossier: DossierView; readonly record: RecordView<'coachingPlan'>; readonly shared: CoachingPlanShared }) {
  const region = useRegionName();
  const grant = recordsOf(dossier, 'coaching').find(({ recordId }) => recordId === shared.coachingId)?.groups.facts?.periods.findLast(({ from }) => from <= shared.drawnUpOn);
  const granted = grant === undefined ? null : { regime: grant.regime, from: grant.from };
  return <ReportButtons reports={[{ id: 'coachingsplan', make: () => coachingPlanReport({ region, recordId: record.recordId, name: candidateName(dossier), shared, granted }) }]} />;
}
