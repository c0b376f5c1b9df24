import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { BoxField } from '#renderer/components/form/box-field.tsx';
import { FormPage } from '#renderer/components/form/form-page.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { ListField } from '#renderer/components/form/list-field.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { useRecordForm } from '#renderer/components/form/use-record-form.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { RestoredNotice } from '#renderer/features/draft/restored-notice.tsx';
import { useKeep } from '#renderer/features/draft/use-keep.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import { asksFunctieloon } from '#shared/domain/measurement-result.ts';
import { olderMeasurementFormV1 } from '#shared/forms/older-measurement.v1.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { isDay } from '#shared/lib/calendar.ts';
import { judgeForm } from './judge-form.ts';
import { LksPanel } from './lks-panel.tsx';
import { liveLks } from './live-lks.ts';
import { LoonwaardePanel } from './loonwaarde-panel.tsx';
import { measurementFrame, measurementOf, methodOf } from './measurement-of-form.ts';
import { NextMeasurement } from './next-measurement.tsx';
import { emptyTask } from './start-of-measurement.ts';
import { liveLoonwaarde, noCheck } from './task-checks.ts';
import { TaskItem } from './task-item.tsx';
import { useRegion } from './use-region.ts';
import './measurement.css';

/** A measurement of before July 2021, taken over from its report and computed anew: both must say the same. */
export function OlderMeasurementEditor({ dossier, start, back, begin }: EditorProps) {
  const { t } = useTranslation(['measurement', 'form']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const sentenceOf = useSentenceOf();
  const region = useRegion();
  const { dossierId } = dossier;
  const { draftId, found } = start;
  const method = methodOf('dariuz');
  const frame = useMemo(() => measurementFrame(device.principal, dossier, moment.today, { method, parameters: region.parameters }), [device, dossier, moment.today, method, region]);
  const judge = useCallback((reading: FormReading) => judgeForm(olderMeasurementFormV1, reading, frame), [frame]);
  const form = useRecordForm({
    definition: olderMeasurementFormV1,
    language: format.language,
    moment,
    initial: found?.values ?? startValues(olderMeasurementFormV1, { hoofdtaken: [emptyTask(olderMeasurementFormV1)] }),
    savedAtMs: found?.savedAtMs ?? null,
    save: (values) => device.saveDraft({ draftId, dossierId, form: 'olderMeasurement', values }),
    onBeforeLock: useCallback((save) => device.onBeforeLock(save), [device]),
    judge,
    sentenceOf,
  });
  const { reading, saveState, values } = form;
  const live = useMemo(() => liveLoonwaarde(values, reading, method), [values, reading, method]);
  const lks = useMemo(() => liveLks(reading, live.result, frame), [reading, live, frame]);
  const { phase, keep, discard, undoDiscard } = useKeep(device, draftId, form, () =>
    device.finaliseMeasurement({ dossierId, draftId, groups: measurementOf(olderMeasurementFormV1, reading, frame).groups }),
  );
  const isSaved = saveState.kind === 'saved' && (phase.kind === 'editing' || phase.kind === 'keeping');
  useEffect(() => {
    if (isSaved) begin(draftId);
  }, [isSaved, begin, draftId]);

  if (phase.kind === 'kept') {
    const { recordId, keptAtMs } = phase.kept;
    return (
      <KeptPanel
        title={t('older.kept')}
        lead={t('recomputed.same', { method: t('methodName.dariuz'), version: method.version, loonwaarde: live.result?.loonwaarde })}
        kept={phase.kept}
        status={dossier.measurements.find((measurement) => measurement.recordId === recordId)?.status ?? { kind: 'kept', keptAtMs }}
        actions={
          <>
            <ActionLink appearance="primary" to={paths.candidate(dossierId)}>
              {t('kept.dossier')}
            </ActionLink>
            <ActionLink to={paths.measurement(dossierId, recordId)}>{t('kept.open')}</ActionLink>
          </>
        }
      />
    );
  }
  const { visitedOn, contractBeganOn } = reading.answers;
  const visitDay = typeof visitedOn === 'string' && isDay(visitedOn) ? visitedOn : null;
  const contractDay = typeof contractBeganOn === 'string' && isDay(contractBeganOn) ? contractBeganOn : null;
  return (
    <>
      <PageHeader title={t('older.title')} documentTitle={t('older.title')} lead={t('older.lead')} back={back} />
      {phase.kind === 'discarded' ? (
        <UndoNotice message={t('form:discarded')} undoLabel={t('form:undo')} onUndo={undoDiscard} />
      ) : (
        <>
          {found !== null && <RestoredNotice moment={format.moment(found.savedAtMs)} onStartOver={() => begin(crypto.randomUUID())} />}
          {phase.kind === 'editing' && phase.problem !== null && <KeepProblemAlert problem={phase.problem} />}
          <FormPage
            form={form}
            at={(atMs) => format.at(atMs)}
            keepLabel={t('older.keep')}
            keeping={phase.kind === 'keeping'}
            onKeep={keep}
            onDiscard={discard}
            aside={
              <div className="panels">
                <LoonwaardePanel live={live} />
                <LksPanel lks={lks} />
              </div>
            }
          >
            <FormSection sectionId="report">
              <FormRow>
                <PlainFieldView path={['visitedOn']} />
                <PlainFieldView path={['finalisedOn']} />
              </FormRow>
              <PlainFieldView path={['expertName']} />
              <FormRow>
                <PlainFieldView path={['employerName']} />
                <PlainFieldView path={['contactPerson']} />
              </FormRow>
            </FormSection>
            <FormSection sectionId="function">
              <FormRow>
                <PlainFieldView path={['normFunction']} />
                <PlainFieldView path={['functionPerformed']} />
              </FormRow>
              <FormRow>
                <PlainFieldView path={['contractHours']} />
                <PlainFieldView path={['fullTimeHours']} />
                <PlainFieldView path={['workingDaysPerWeek']} />
                <PlainFieldView path={['contractBeganOn']} />
              </FormRow>
              {visitDay !== null && contractDay !== null && asksFunctieloon({ visitedOn: visitDay, contractBeganOn: contractDay }, region.parameters) && <PlainFieldView path={['functieloon']} />}
            </FormSection>
            <FormSection sectionId="tasks">
              <ListField listId="hoofdtaken" legend="hidden" item={(position) => <TaskItem position={position} check={live.checks[position] ?? noCheck} method={method} timed={false} />} />
            </FormSection>
            <FormSection sectionId="outcome">
              <BoxField path={['reportedLoonwaarde']} />
            </FormSection>
            <FormSection sectionId="next">
              <NextMeasurement visitedOn={visitDay} beschutWerk={false} />
            </FormSection>
          </FormPage>
        </>
      )}
    </>
  );
}
