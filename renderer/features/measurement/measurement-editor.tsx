import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDevice } from '#renderer/app/device-context.tsx';
import { correctsParameter, paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { FormPage } from '#renderer/components/form/form-page.tsx';
import { useRecordForm } from '#renderer/components/form/use-record-form.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import { currentPlacement, placementWords } from '#renderer/features/draft/current-placement.ts';
import type { FormatLanguage } from '#renderer/components/format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { RestoredNotice } from '#renderer/features/draft/restored-notice.tsx';
import { useKeep } from '#renderer/features/draft/use-keep.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import { measurementFormV2 } from '#shared/forms/measurement.v2.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { asksFunctieloon } from '#shared/domain/measurement-result.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { isDay } from '#shared/lib/calendar.ts';
import { CertificateNotice } from './certificate-notice.tsx';
import { confirmable } from './earlier-measurements.ts';
import { ForfaitaryNotice } from './forfaitary-notice.tsx';
import { judgeForm } from './judge-form.ts';
import { LksPanel } from './lks-panel.tsx';
import { liveLks } from './live-lks.ts';
import { LoonwaardePanel } from './loonwaarde-panel.tsx';
import { MeasurementForm } from './measurement-form.tsx';
import { measurementFrame, measurementOf } from './measurement-of-form.ts';
import { startOfCorrection, startOfMeasurement } from './start-of-measurement.ts';
import { liveLoonwaarde } from './task-checks.ts';
import { useRegion } from './use-region.ts';
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
  const region = useRegion();
  const [search] = useSearchParams();
  const [initial] = useState(() => found?.values ?? startValuesOf(dossier, device.principal, moment, format.language, search.get(correctsParameter)));
  const corrects = typeof initial['corrects'] === 'string' ? (initial['corrects'] as RecordId) : null;
  const corrected = dossier.measurements.find(({ recordId }) => recordId === corrects) ?? null;
  const frame = useMemo(
    () => measurementFrame(device.principal, dossier, today, { parameters: region.parameters, certificate: region.certificate, corrects }),
    [device, dossier, today, region, corrects],
  );

  const judge = useCallback((reading: FormReading) => judgeForm(measurementFormV2, reading, frame), [frame]);
  const form = useRecordForm({
    definition: measurementFormV2,
    language: format.language,
    moment,
    // A draft of before the question was asked has no answer to it.
    initial: { occasion: 'new-measurement', ...initial },
    savedAtMs: found?.savedAtMs ?? null,
    save: (values) => device.saveDraft({ draftId, dossierId, form: 'measurement', values }),
    onBeforeLock: useCallback((save) => device.onBeforeLock(save), [device]),
    judge,
    sentenceOf,
  });
  const { reading, saveState, values } = form;
  const live = useMemo(() => liveLoonwaarde(values, reading), [values, reading]);
  const lks = useMemo(() => liveLks(reading, live.result, frame), [reading, live, frame]);
  const { phase, keep, discard, undoDiscard } = useKeep(device, draftId, form, () =>
    device.finaliseMeasurement({ dossierId, draftId, groups: measurementOf(measurementFormV2, reading, frame).groups }),
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
            <ActionLink appearance="primary" to={paths.sign(dossierId, recordId)}>
              {t('kept.sign')}
            </ActionLink>
            <ActionLink to={paths.measurement(dossierId, recordId)}>{t('kept.open')}</ActionLink>
            <ActionLink to={paths.candidate(dossierId)}>{t('kept.dossier')}</ActionLink>
          </>
        }
      >
        <p>{t('kept.final')}</p>
      </KeptPanel>
    );
  }
  const { visitedOn, contractBeganOn } = reading.answers;
  const visitDay = typeof visitedOn === 'string' && isDay(visitedOn) ? visitedOn : null;
  const contractDay = typeof contractBeganOn === 'string' && isDay(contractBeganOn) ? contractBeganOn : null;
  return (
    <>
      <PageHeader
        title={t('title')}
        documentTitle={t('title')}
        lead={placementWords(placement)}
        back={back}
        actions={corrected === null && found === null && <TextLink to={paths.newOlderMeasurement(dossierId)}>{t('older.link')}</TextLink>}
      />
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
            <ForfaitaryNotice placement={placement} today={today} />
            {corrected?.groups.result !== undefined && (
              <Alert kind="info" title={t('correction.title', { day: format.dayInWords(corrected.groups.result.visitedOn) })}>
                <p>{t('correction.text')}</p>
              </Alert>
            )}
            <MeasurementForm
              live={live}
              visitedOn={visitDay}
              beschutWerk={placement?.form === 'beschut-werk'}
              earlier={confirmable(dossier, corrects)}
              asksFunctieloon={visitDay !== null && contractDay !== null && asksFunctieloon({ visitedOn: visitDay, contractBeganOn: contractDay }, region.parameters)}
              method={frame.method}
              certificate={region.isRead && <CertificateNotice certificate={region.certificate} on={visitDay ?? today} />}
            />
          </FormPage>
        </>
      )}
    </>
  );
}

/** Of a correction all that was right stands there already; of a measurement that is not on this device nothing can be corrected. */
function startValuesOf(dossier: DossierView, principal: Principal, moment: FormMoment, language: FormatLanguage, correctsId: string | null): FormValues {
  const corrected = dossier.measurements.find(({ recordId, groups }) => recordId === correctsId && groups.result !== undefined);
  return corrected === undefined ? startOfMeasurement(dossier, principal, moment, language) : startOfCorrection(corrected, principal, language);
}
