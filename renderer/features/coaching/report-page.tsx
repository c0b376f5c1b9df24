import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDevice } from '#renderer/app/device-context.tsx';
import { correctsParameter, paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { ListField } from '#renderer/components/form/list-field.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { recordsOf, type DossierView } from '#renderer/data/views.ts';
import { DraftPage, type EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { seenIn, seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { coachingHalfYear } from '#shared/domain/coaching/coaching-hours.ts';
import { coachingReportFormV2 } from '#shared/forms/coaching-report.v2.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { coachingOf } from './coaching-begun.ts';
import { CoachingEditor } from './coaching-editor.tsx';
import { currentCoaching, halfYearOfReport, visitFactsOf, type ReportBegun } from './coaching-of-file.ts';
import { HoursBar } from './hours-bar.tsx';
import { VersionLinks } from './report-correction.tsx';
import { goalsReached, nextNumber, reportOfForm, startOfCorrection, startOfReport, type ReportFrame } from './report-of-form.ts';
import { reportToCorrect, versionsIn, type Report } from './report-versions.ts';
import { useCoachingParameters } from './use-coaching-parameters.ts';
import './coaching.css';

/** The half-yearly report, filled in with employer and candidate. */
export function CoachingReportPage() {
  const { t } = useTranslation('coaching');
  return (
    <DraftPage
      form="coachingReport"
      title={t('report.new')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <OfHalfYear key={props.start.draftId} {...props} />}
    />
  );
}

/** The half year to report on stays the same while the page is open: the report itself, once kept, must not move it. */
function OfHalfYear(props: EditorProps) {
  const { t } = useTranslation('coaching');
  const { dossier } = props;
  const { principal } = useDevice();
  const parameters = useCoachingParameters();
  const { today } = useMoment();
  const [search] = useSearchParams();
  const [{ corrects, alsoReplaces }] = useState(() => replacedBy(dossier, props.start.found?.values, search.get(correctsParameter)));
  const frame = useMemo((): ReportFrame | null => {
    const coaching = corrects === null ? currentCoaching(dossier) : coachingOf(dossier, { coachingId: corrects.groups.facts?.coachingId ?? null, base: null });
    const facts = coaching?.groups.facts;
    const number = coaching === null ? null : (corrects?.groups.facts?.halfYear ?? halfYearOfReport(props.start.found?.values, dossier, coaching, today));
    const halfYear = facts === undefined || number === null ? null : coachingHalfYear(parameters, facts, visitFactsOf(dossier), number);
    return coaching === null || halfYear === null ? null : { coaching, halfYear, principal, today, corrects, alsoReplaces };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [parameters, principal, today, corrects, alsoReplaces]);
  const back = <BackLink to={paths.coaching(dossier.dossierId)}>{t('title')}</BackLink>;
  if (frame === null) {
    return (
      <>
        <PageHeader title={t('report.new')} documentTitle={t('report.new')} back={back} />
        <EmptyState title={t('report.nothing')}>{t('report.nothingWhy')}</EmptyState>
      </>
    );
  }
  return <ReportEditor {...props} frame={frame} />;
}

/**
 * What is replaced: as the draft noted, else what the address says and what stands beside that now. What arrives after the
 * draft was begun was not seen, so it is not replaced by it.
 */
function replacedBy(dossier: DossierView, draft: FormValues | undefined, asked: string | null): { readonly corrects: Report | null; readonly alsoReplaces: readonly Report[] } {
  if (draft === undefined) {
    const corrects = reportToCorrect(dossier, asked);
    return { corrects, alsoReplaces: corrects === null ? [] : (versionsIn(dossier).get(corrects.recordId)?.beside ?? []).map(({ record }) => record) };
  }
  const begun = seenIn<Partial<ReportBegun>>(draft, {});
  const also = begun.alsoReplaces ?? [];
  return { corrects: reportToCorrect(dossier, begun.corrects ?? null), alsoReplaces: recordsOf(dossier, 'coachingReport').filter(({ recordId }) => also.includes(recordId)) };
}

function ReportEditor({ frame, ...props }: EditorProps & { readonly frame: ReportFrame }) {
  const { t } = useTranslation('coaching');
  const { dossier, name } = props;
  const { dossierId } = dossier;
  const device = useDevice();
  const format = useFormat();
  const { halfYear, corrects, alsoReplaces } = frame;
  const title = t(corrects === null ? 'report.new' : 'report.correcting');
  const judge = useCallback((reading: FormReading) => reportOfForm(reading, frame).violations, [frame]);
  return (
    <CoachingEditor
      editor={props}
      form="coachingReport"
      definition={coachingReportFormV2}
      initial={{
        ...(corrects === null ? startOfReport(dossier, frame) : startOfCorrection(corrects, frame.principal, format.language)),
        [seenKey]: { coachingId: frame.coaching.recordId, halfYear: halfYear.number, corrects: corrects?.recordId ?? null, alsoReplaces: alsoReplaces.map(({ recordId }) => recordId) } satisfies ReportBegun,
      }}
      title={title}
      lead={t('report.lead', { name, from: format.dayInWords(halfYear.from), through: format.dayInWords(halfYear.through) })}
      back={<BackLink to={paths.coaching(dossierId)}>{t('title')}</BackLink>}
      keepLabel={t('report.keep')}
      keptTitle={t('report.kept')}
      keptLead={corrects === null ? t('report.keptLead') : t('report.keptVersion', { version: nextNumber(corrects, alsoReplaces) })}
      judge={judge}
      keepNow={(reading) => device.keepRecord({ dossierId, recordId: null, kind: 'coachingReport', groups: reportOfForm(reading, frame).groups, draftId: props.start.draftId })}
      statusOf={({ recordId }) => dossier.records.find((record) => record.recordId === recordId)?.status}
      keptActions={({ recordId }) => (
        <>
          <ActionLink appearance="primary" to={paths.sign(dossierId, recordId)}>
            {t('report.sign')}
          </ActionLink>
          <ActionLink to={paths.coachingReport(dossierId, recordId)}>{t('report.open')}</ActionLink>
        </>
      )}
      aside={
        <div className="report-aside">
          <Heading level={2} look={3}>
            {t('report.counted')}
          </Heading>
          <HoursBar halfYear={halfYear} />
          {halfYear.through >= frame.today && <p>{t('report.notOver', { day: format.dayInWords(halfYear.through) })}</p>}
          <p>{t('report.goalsReached', { count: goalsReached(dossier, halfYear) })}</p>
        </div>
      }
    >
      {corrects !== null && (
        <FormSection sectionId="correction">
          {alsoReplaces.length > 0 && <AlsoReplaced dossier={dossier} reports={alsoReplaces} />}
          <AreaField path={['correctionReason']} rows={3} />
        </FormSection>
      )}
      <FormSection sectionId="achieved">
        <ListField listId="reportGoals" />
        <AreaField path={['results']} rows={5} />
      </FormSection>
      <FormSection sectionId="employer">
        <FormRow>
          <PlainFieldView path={['employerName']} />
          <PlainFieldView path={['contactPerson']} />
        </FormRow>
        <AreaField path={['employerEvaluation']} rows={4} />
      </FormSection>
      <FormSection sectionId="candidate">
        <PlainFieldView path={['candidateSatisfaction']} />
        <AreaField path={['candidateView']} rows={3} />
      </FormSection>
      <FormSection sectionId="next">
        <PlainFieldView path={['result']} />
        <AreaField path={['advice']} rows={3} />
        <PlainFieldView path={['coachName']} />
      </FormSection>
    </CoachingEditor>
  );
}

/** The text begins with one of them: whoever makes one of several must read the others. */
function AlsoReplaced({ dossier, reports }: { readonly dossier: DossierView; readonly reports: readonly Report[] }) {
  const { t } = useTranslation('coaching');
  return (
    <Alert kind="info" title={t('report.alsoReplaces.title', { count: reports.length })}>
      <p>{t('report.alsoReplaces.text')}</p>
      <VersionLinks reports={reports} versions={versionsIn(dossier)} />
    </Alert>
  );
}
