import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { Button } from '#renderer/components/button.tsx';
import { DataList, type DataListItem } from '#renderer/components/data-list.tsx';
import { AnswersView } from '#renderer/components/form/answers-view.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { DossierGate } from '#renderer/features/candidate/dossier-gate.tsx';
import { mayRecord } from '#renderer/features/candidate/may-record.ts';
import { MissingRecord } from '#renderer/features/candidate/missing-record.tsx';
import { StatusNotice } from '#renderer/features/candidate/status-notice.tsx';
import { useRecordId } from '#renderer/features/candidate/use-dossier-id.ts';
import { useRegionForm } from '#renderer/features/draft/use-region-form.ts';
import { PlanReports } from '#renderer/features/report/plan-reports.tsx';
import { SignatureSection } from '#renderer/features/signature/signature-section.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import { planVersions } from '#shared/domain/plan/plan-state.ts';
import type { FormField } from '#shared/forms/form-definition.ts';
import { AgreeSection } from './agree-section.tsx';
import { AgreementList } from './agreement-list.tsx';
import './plan.css';

export function PlanViewPage() {
  const recordId = useRecordId();
  return (
    <DossierGate>
      {(dossier) => {
        const record = recordsOf(dossier, 'plan').find((each) => each.recordId === recordId);
        return record === undefined ? <MissingRecord dossierId={dossier.dossierId} /> : <Page key={recordId} record={record} dossier={dossier} />;
      }}
    </DossierGate>
  );
}

/** One version of the plan: the agreements first, for that is what people come back to; then the plan; then its other versions. */
function Page({ record, dossier }: { readonly record: RecordView<'plan'>; readonly dossier: DossierView }) {
  const { t } = useTranslation('plan');
  const { principal } = useDevice();
  const format = useFormat();
  const { dossierId } = record;
  const versions = planVersions(recordsOf(dossier, 'plan'));
  const [current] = versions;
  const isCurrent = current === undefined || current.recordId === record.recordId;
  const mayWrite = mayRecord(principal, 'plan', dossier);
  const { facts, agreed } = record.groups;
  return (
    <div className="candidate candidate--reading plan-view">
      <PageHeader
        back={<BackLink to={paths.candidate(dossierId)}>{candidateName(dossier)}</BackLink>}
        title={facts === undefined ? t('view.documentTitle') : t('view.title', { version: facts.version })}
        documentTitle={t('view.documentTitle')}
        lead={record.groups.content?.goal}
        actions={
          <>
            {mayWrite && isCurrent && <ActionLink to={paths.newPlan(dossierId)}>{t(agreed === undefined ? 'panel.change' : 'panel.review')}</ActionLink>}
            <Button appearance="subtle" onClick={() => window.print()}>
              {t('view.print')}
            </Button>
          </>
        }
      />
      <StatusNotice status={record.status} />
      {!isCurrent && (
        <Alert kind="info" title={t('view.replaced')}>
          <p>{t('view.replacedText')}</p>
          <p>
            <TextLink to={paths.plan(dossierId, current.recordId)}>{t('view.toCurrent')}</TextLink>
          </p>
        </Alert>
      )}
      <section className="candidate__section">
        <Heading level={2}>{t('view.agreements')}</Heading>
        <AgreementList record={record} dossier={dossier} mayNote={mayRecord(principal, 'planOutcome', dossier)} />
      </section>
      {agreed === undefined && isCurrent && mayWrite && <AgreeSection record={record} />}
      <PlanContent record={record} />
      <PlanFactsSection record={record} />
      <SignatureSection dossier={dossier} record={record} />
      <PlanReports dossier={dossier} record={record} />
      {versions.length > 1 && (
        <section className="candidate__section plan-view__versions">
          <Heading level={2}>{t('view.versions')}</Heading>
          <ul className="plan-view__list">
            {versions.map(({ recordId, groups }) => (
              <li key={recordId}>
                {recordId === record.recordId ? (
                  <strong>{versionLine(groups.facts)}</strong>
                ) : (
                  <TextLink to={paths.plan(dossierId, recordId)}>{versionLine(groups.facts)}</TextLink>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );

  function versionLine(of: RecordView<'plan'>['groups']['facts']): string {
    return t('view.versionLine', { version: of?.version ?? '', day: of === undefined ? '' : format.dayInWords(of.madeOn) });
  }
}

/** The plan in the questions of its own version. */
function PlanContent({ record }: { readonly record: RecordView<'plan'> }) {
  const format = useFormat();
  const forms = useRegionForm('plan');
  const { content } = record.groups;
  if (content === undefined || forms === null) return null;
  const definition = forms.versions.get(content.form.version) ?? forms.current;
  const answerTo = ({ writesTo }: FormField): unknown => (writesTo?.[0] === 'content' ? (content as Readonly<Record<string, unknown>>)[writesTo[1] ?? ''] : undefined);
  return <AnswersView definition={definition} language={format.language} answerTo={answerTo} hidden={shownAbove} />;
}

function PlanFactsSection({ record }: { readonly record: RecordView<'plan'> }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const nameOf = useNameOfColleague();
  const { facts, agreed } = record.groups;
  const day = (key: string, value: string | null | undefined): readonly DataListItem[] => (value === null || value === undefined ? [] : [{ key, label: t(`view.${key}`), value: format.dayInWords(value) }]);
  return (
    <section className="candidate__section">
      <Heading level={2}>{t('view.facts')}</Heading>
      <DataList
        items={[
          ...day('madeOn', facts?.madeOn),
          ...(facts === undefined ? [] : [{ key: 'madeBy', label: t('view.madeBy'), value: nameOf(facts.madeBy) }]),
          ...day('reviewedOn', facts?.reviewedOn),
          ...day('nextReviewOn', facts?.nextReviewOn),
          ...day('agreedOn', agreed?.agreedOn),
          { key: 'status', label: t('view.status'), value: <RecordStatusText status={record.status} always /> },
        ]}
      />
    </section>
  );
}

/** The goal is the lead of the page. */
const shownAbove = ['goal'];
