import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegionDocuments } from '#renderer/app/use-region-documents.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { DataList } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { withoutWage } from '#renderer/features/draft/current-placement.ts';
import { SignatureSection } from '#renderer/features/signature/signature-section.tsx';
import { isTakenOver } from '#renderer/features/signature/signers-of.ts';
import { compareTables } from '#shared/domain/loonkostensubsidie/compare-tables.ts';
import { lksParametersId } from '#shared/domain/loonkostensubsidie/lks-parameters.ts';
import type { MeasurementFacts, MeasurementResult, MeasurementTasks, MeasurementViews } from '#shared/domain/records/measurement.ts';
import { lksOf, lksParametersOf } from '#shared/domain/measurement-result.ts';
import { formatEuros, toEuros } from '#shared/lib/money.ts';
import { decimal as amount } from '#shared/lib/percentage.ts';
import { rational } from '#shared/lib/rational.ts';
import { CorrectionNotice } from './correction-notice.tsx';
import { LksWorking } from './lks-working.tsx';
import { Recomputed } from './recomputed.tsx';
import { TaskTable } from './task-table.tsx';
import { useDecimal } from './use-decimal.ts';
import './measurement.css';

export interface MeasurementViewProps {
  readonly dossier: DossierView;
  readonly record: RecordView<'measurement'>;
  /** The words about where this record is. */
  readonly status: ReactNode;
}

/** A measurement to read, in the order of the report's model. What the reader's rights leave out is not there. */
export function MeasurementView({ dossier, record, status }: MeasurementViewProps) {
  const { t } = useTranslation('measurement');
  const { facts, tasks, views, result } = record.groups;
  return (
    <article className="report">
      {result !== undefined && (
        <Alert kind="info" title={t('report.final')}>
          <p>{status}</p>
        </Alert>
      )}
      {result === undefined && <p>{status}</p>}
      <CorrectionNotice dossier={dossier} record={record} />
      {result !== undefined && <Result result={result} facts={facts} />}
      {facts !== undefined && <Facts facts={facts} name={candidateName(dossier)} result={result ?? null} />}
      {tasks !== undefined && <Tasks tasks={tasks} result={result ?? null} />}
      {views !== undefined && <Views views={views} />}
      <Recomputed groups={record.groups} />
      {isTakenOver(record) && <p>{t('older.signed')}</p>}
      <SignatureSection dossier={dossier} record={record} />
      {facts !== undefined && result !== undefined && <Subsidy facts={facts} result={result} provisional={withoutWage(dossier, facts.visitedOn)} />}
    </article>
  );
}

function Result({ result, facts }: { readonly result: MeasurementResult; readonly facts: MeasurementFacts | undefined }) {
  const { t } = useTranslation('measurement');
  const format = useFormat();
  return (
    <section className="report__result" aria-labelledby="report-result">
      <Heading level={2} id="report-result">
        {t('loonwaarde.title')}
      </Heading>
      <p className="panel__figure">{t('percentage', { percentage: result.loonwaarde })}</p>
      <p>{result.nextMeasurementOn === null ? t('report.noNext') : t('report.next', { day: format.dayInWords(result.nextMeasurementOn) })}</p>
      {result.nextMeasurementOn !== null && facts?.nextOccasion !== undefined && facts.nextOccasion !== null && <p>{t(`report.nextOccasion.${facts.nextOccasion}`)}</p>}
      {facts?.nextReason !== undefined && facts.nextReason !== '' && <p className="report__text">{facts.nextReason}</p>}
    </section>
  );
}

function Facts({ facts, name, result }: { readonly facts: MeasurementFacts; readonly name: string; readonly result: MeasurementResult | null }) {
  const { t } = useTranslation('measurement');
  const format = useFormat();
  const decimal = useDecimal();
  const hours = (count: number) => t('report.hours', { hours: decimal(count) });
  const lines: readonly (readonly [string, string])[] = [
    ['name', name],
    ['birthDate', format.day(facts.birthDate)],
    ['finalisedOn', result === null ? '' : format.day(result.finalisedOn)],
    ['visitedOn', format.day(facts.visitedOn)],
    ['employerName', facts.employerName],
    ['contactPerson', [facts.contactPerson, facts.contactEmail].filter((part) => part !== '').join(', ')],
    ['employerInterviewee', facts.employerInterviewee],
    ['normFunction', facts.normFunction],
    ['functionPerformed', facts.functionPerformed],
    ['contractHours', hours(facts.contractHours)],
    ['fullTimeHours', hours(facts.fullTimeHours)],
    ['workingDaysPerWeek', t('report.days', { days: decimal(facts.workingDaysPerWeek) })],
    ['contractBeganOn', format.day(facts.contractBeganOn)],
    ['functieloon', facts.functieloon === undefined || facts.functieloon === null ? '' : formatEuros(toEuros(amount(facts.functieloon, 2)), format.language)],
    ['reported', facts.reportedLoonwaarde === undefined || facts.reportedLoonwaarde === null ? '' : t('percentage', { percentage: facts.reportedLoonwaarde })],
    ['occasion', facts.occasion === undefined ? '' : t(`report.occasions.${facts.occasion}`)],
    ['occasionReason', facts.occasionReason ?? ''],
    ['expert', [facts.expertName, facts.expertPhone].filter((part) => part !== '').join(', ')],
    ['certificate', facts.certificate === undefined || facts.certificate === null ? '' : t('report.certificateOf', { number: facts.certificate.number, day: format.day(facts.certificate.validThrough) })],
  ];
  return (
    <section className="report__section" aria-labelledby="report-facts">
      <Heading level={2} id="report-facts">
        {t('report.facts')}
      </Heading>
      <DataList items={lines.filter(([, value]) => value !== '').map(([key, value]) => ({ key, label: t(`report.${key}`), value }))} />
    </section>
  );
}

function Tasks({ tasks, result }: { readonly tasks: MeasurementTasks; readonly result: MeasurementResult | null }) {
  const { t } = useTranslation('measurement');
  return (
    <section className="report__section" aria-labelledby="report-tasks">
      <Heading level={2} id="report-tasks">
        {t('report.tasks')}
      </Heading>
      <p>{t(`report.method.${tasks.method}`, { version: tasks.methodVersion })}</p>
      {tasks.regularPerformance ? <p>{t('loonwaarde.line.regularPerformance')}</p> : <TaskTable tasks={tasks} result={result} />}
    </section>
  );
}

function Views({ views }: { readonly views: MeasurementViews }) {
  const { t } = useTranslation('measurement');
  return (
    <section className="report__section" aria-labelledby="report-views">
      <Heading level={2} id="report-views">
        {t('report.views')}
      </Heading>
      {(['employee', 'employer'] as const).map((who) => (
        <div key={who}>
          <Heading level={3} look={4}>
            {t(`report.${who}View`)}
          </Heading>
          <p className="report__text">{views[who]}</p>
        </div>
      ))}
    </section>
  );
}

function Subsidy({ facts, result, provisional }: { readonly facts: MeasurementFacts; readonly result: MeasurementResult; readonly provisional: boolean }) {
  const { t } = useTranslation('measurement');
  const { language } = useFormat();
  const parameters = result.lksParametersVersion === null ? undefined : lksParametersOf(facts, result.lksParametersVersion);
  const lks = parameters === undefined ? null : lksOf(facts, result.loonwaarde, parameters);
  const documents = useRegionDocuments();
  const compared = useMemo(
    () => (result.lksParametersVersion === null ? null : compareTables(result.lksParametersVersion, facts.lksParameters, documents.filter(({ id }) => id === lksParametersId).map(({ content }) => content))),
    [documents, facts, result],
  );
  const tables = { used: compared?.used, current: compared?.current };
  return (
    <section className="report__section" aria-labelledby="report-subsidy">
      <Heading level={2} id="report-subsidy">
        {t('lks.title')}
      </Heading>
      {result.lksTotalCents === null ? (
        <p>{t('lks.unknown')}</p>
      ) : (
        <p>{t('lks.perMonth', { amount: formatEuros(toEuros(rational(BigInt(result.lksTotalCents), 100n)), language) })}</p>
      )}
      {compared !== null && compared.kind !== 'same' && (compared.kind === 'differs' ? <Alert kind="warning">{t('lks.compared.differs', tables)}</Alert> : <p>{t(compared.kind === 'newer-published' ? 'lks.compared.newer' : 'lks.compared.notHere', tables)}</p>)}
      {provisional && <p>{t('lks.provisional')}</p>}
      <p>{t('lks.line.advice')}</p>
      {lks?.ok === true && <LksWorking result={lks.value} />}
    </section>
  );
}
