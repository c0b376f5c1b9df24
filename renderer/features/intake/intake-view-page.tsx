import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { DataList, type DataListItem } from '#renderer/components/data-list.tsx';
import { AnswersView } from '#renderer/components/form/answers-view.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { DossierGate } from '#renderer/features/candidate/dossier-gate.tsx';
import { MissingRecord } from '#renderer/features/candidate/missing-record.tsx';
import { StatusNotice } from '#renderer/features/candidate/status-notice.tsx';
import { useRecordId } from '#renderer/features/candidate/use-dossier-id.ts';
import { useRegionForm } from '#renderer/features/draft/use-region-form.ts';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import type { IntakeDecision } from '#shared/domain/records/intake.ts';
import { formText, hasFormText, type FormDefinition } from '#shared/forms/form-definition.ts';
import './intake.css';

export function IntakeViewPage() {
  const recordId = useRecordId();
  return (
    <DossierGate>
      {(dossier) => {
        const record = recordsOf(dossier, 'intake').find((each) => each.recordId === recordId);
        return record === undefined ? <MissingRecord dossierId={dossier.dossierId} /> : <Page record={record} dossier={dossier} />;
      }}
    </DossierGate>
  );
}

/** One intake as it was recorded: the decision first, then what it rests on, in the questions of its own version. */
function Page({ record, dossier }: { readonly record: RecordView<'intake'>; readonly dossier: DossierView }) {
  const { t } = useTranslation(['intake', 'words']);
  const format = useFormat();
  const nameOf = useNameOfColleague();
  const forms = useRegionForm('intake');
  const { facts, answers, decision } = record.groups;
  const definition = answers === undefined ? undefined : forms?.versions.get(answers.form.version);
  const items: DataListItem[] = [
    ...(facts === undefined ? [] : [{ key: 'entrance', label: t('view.entrance'), value: t(`words:entrance.${facts.entrance}`) }, { key: 'by', label: t('view.heldBy'), value: nameOf(facts.heldBy) }]),
    ...(answers === undefined ? [] : [{ key: 'form', label: t('view.form'), value: t('view.formVersion', { version: answers.form.version }) }]),
    { key: 'status', label: t('view.status'), value: <RecordStatusText status={record.status} always /> },
  ];
  return (
    <div className="candidate candidate--reading intake-view">
      <PageHeader
        back={<BackLink to={paths.candidate(record.dossierId)}>{candidateName(dossier)}</BackLink>}
        title={facts === undefined ? t('view.documentTitle') : t('view.title', { day: format.dayInWords(facts.heldOn) })}
        documentTitle={t('view.documentTitle')}
      />
      <StatusNotice status={record.status} />
      {decision !== undefined && <DecisionView decision={decision} definition={definition ?? forms?.current} />}
      {answers === undefined && <p>{t('view.answersNotYours')}</p>}
      {answers !== undefined && definition !== undefined && (
        <AnswersView definition={definition} language={format.language} answerTo={({ id, writesTo }) => (writesTo?.[0] === 'given' ? answers.given[writesTo[1] ?? id] : undefined)} />
      )}
      {answers !== undefined && forms !== null && definition === undefined && (
        <Alert kind="warning" title={t('view.unknownForm', { version: answers.form.version })}>
          <p>{t('view.unknownFormText')}</p>
          <DataList items={Object.entries(answers.given).map(([id, answer]) => ({ key: id, label: id, value: typeof answer === 'string' ? answer : JSON.stringify(answer) }))} />
        </Alert>
      )}
      <section className="candidate__section">
        <Heading level={2}>{t('view.facts')}</Heading>
        <DataList items={items} />
      </section>
    </div>
  );
}

function DecisionView({ decision, definition }: { readonly decision: IntakeDecision; readonly definition: FormDefinition | undefined }) {
  const { t } = useTranslation(['intake', 'words']);
  const format = useFormat();
  const groupWords = (group: number): string => `${group} ${t(`words:candidateGroup.${group}`)}`;
  // In the words that were chosen from: those of its own version.
  const wordOfForm = (key: string, otherwise: string): string => (definition !== undefined && hasFormText(definition, key) ? formText(definition, format.language, key) : otherwise);
  const items: DataListItem[] = [
    { key: 'group', label: t('view.group'), value: groupWords(decision.candidateGroup) },
    { key: 'relation', label: t('moves.labourMarketRelation'), value: t(`words:labourMarketRelation.${decision.labourMarketRelation}`) },
    { key: 'selfReliance', label: t('moves.selfReliance'), value: wordOfForm(`selfReliance.${decision.selfReliance}`, `${decision.selfReliance} ${t(`words:selfReliance.${decision.selfReliance}`)}`) },
    ...(decision.nextSteps.length === 0 ? [] : [{ key: 'steps', label: t('view.nextSteps'), value: decision.nextSteps.map((step) => wordOfForm(`nextSteps.${step}`, step)).join(', ') }]),
    { key: 'on', label: t('view.decidedOn'), value: format.dayInWords(decision.decidedOn) },
  ];
  const differs = decision.suggestedGroup !== null && decision.suggestedGroup !== decision.candidateGroup;
  return (
    <section className="candidate__section">
      <Heading level={2}>{t('view.decision')}</Heading>
      <DataList items={items} />
      {decision.suggestedGroup !== null && (
        <div className="form-suggestion">
          <p className="form-suggestion__title">{t(differs ? 'view.suggestedOther' : 'view.suggestedSame', { group: groupWords(decision.suggestedGroup) })}</p>
          <ul className="form-suggestion__reasons">
            {decision.suggestedBecause.map((because) => (
              <li key={because}>{because}</li>
            ))}
          </ul>
          {differs && <p className="intake-view__explanation">{t('view.explanation', { text: decision.explanation })}</p>}
        </div>
      )}
    </section>
  );
}
