import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { FormPage } from '#renderer/components/form/form-page.tsx';
import { useRecordForm } from '#renderer/components/form/use-record-form.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import { currentPlacement, placementWords } from '#renderer/features/draft/current-placement.ts';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { RestoredNotice } from '#renderer/features/draft/restored-notice.tsx';
import { useKeep } from '#renderer/features/draft/use-keep.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import { measurementFormV1 } from '#shared/forms/measurement.v1.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { isDay } from '#shared/lib/calendar.ts';
import { judgeForm } from './judge-form.ts';
import { LksPanel } from './lks-panel.tsx';
import { liveLks } from './live-lks.ts';
import { LoonwaardePanel } from './loonwaarde-panel.tsx';
import { MeasurementForm } from './measurement-form.tsx';
import { measurementFrame, measurementOf } from './measurement-of-form.ts';
import { startOfMeasurement } from './start-of-measurement.ts';
import { liveLoonwaarde } from './task-checks.ts';
import './measurement.css';

/** One measurement by the uniform method, with its result while it is typed, until it is final. */
export function MeasurementEditor({ dossier, start, back, name, begin }: EditorProps) {
  const { t } = useTranslation(['measurement', 'form']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const sentenceOf = useSentenceOf();
  const { dossierId } = dossier;
  const { draftId, found } = start;
  const { today } = moment;
  const placement = currentPlacement(dossier, today)?.groups.facts;
  const frame = useMemo(() => measurementFrame(device.principal, dossier, today), [device, dossier, today]);

  const judge = useCallback((reading: FormReading) => judgeForm(measurementFormV1, reading, frame), [frame]);
  const form = useRecordForm({
    definition: measurementFormV1,
    language: format.language,
    moment,
    initial: found?.values ?? startOfMeasurement(dossier, device.principal, moment, format.language),
    savedAtMs: found?.savedAtMs ?? null,
    save: (values) => device.saveDraft({ draftId, dossierId, form: 'measurement', values }),
    onBeforeLock: useCallback((save) => device.onBeforeLock(save), [device]),
    judge,
    sentenceOf,
  });
  const { reading, saveState, values } = form;
  const live = useMemo(() => liveLoonwaarde(values, reading), [values, reading]);
  const lks = useMemo(() => liveLks(reading, live.result, frame.birthDate), [reading, live, frame]);
  const { phase, keep, discard, undoDiscard } = useKeep(device, draftId, form, () =>
    device.finaliseMeasurement({ dossierId, draftId, groups: measurementOf(measurementFormV1, reading, frame).groups }),
  );
  const isSaved = saveState.kind === 'saved' && (phase.kind === 'editing' || phase.kind === 'keeping');
  useEffect(() => {
    if (isSaved) begin(draftId);
  }, [isSaved, begin, draftId]);

  if (phase.kind === 'kept') {
    const { recordId, keptAtMs } = phase.kept;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={t('kept.lead', { loonwaarde: live.result?.loonwaarde, name })}
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
      >
        <p>{t('kept.final')}</p>
      </KeptPanel>
    );
  }
  const visitedOn = reading.answers['visitedOn'];
  return (
    <>
      <PageHeader title={t('title')} documentTitle={t('title')} lead={placementWords(placement)} back={back} />
      {phase.kind === 'discarded' ? (
        <UndoNotice message={t('form:discarded')} undoLabel={t('form:undo')} onUndo={undoDiscard} />
      ) : (
        <>
          {found !== null && <RestoredNotice moment={format.moment(found.savedAtMs)} onStartOver={() => begin(crypto.randomUUID())} />}
          {phase.kind === 'editing' && phase.problem !== null && <KeepProblemAlert problem={phase.problem} />}
          <FormPage
            form={form}
            at={(atMs) => format.at(atMs)}
            keepLabel={t('keep')}
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
            <MeasurementForm live={live} visitedOn={typeof visitedOn === 'string' && isDay(visitedOn) ? visitedOn : null} beschutWerk={placement?.form === 'beschut-werk'} />
          </FormPage>
        </>
      )}
    </>
  );
}
