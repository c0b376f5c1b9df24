import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDevice } from '#renderer/app/device-context.tsx';
import { correctsParameter, paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { currentPlacement, placementWords, withoutWage } from '#renderer/features/draft/current-placement.ts';
import type { FormatLanguage } from '#renderer/components/format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { measurementFormV2 } from '#shared/forms/measurement.v2.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import type { Day } from '#shared/lib/calendar.ts';
import { CertificateNotice } from './certificate-notice.tsx';
import { MeasurementLinks } from './correction-notice.tsx';
import { confirmable } from './earlier-measurements.ts';
import { ForfaitaryNotice } from './forfaitary-notice.tsx';
import { LivePanels } from './live-panels.tsx';
import { MeasurementForm } from './measurement-form.tsx';
import { measurementFrame } from './measurement-of-form.ts';
import { startOfCorrection, startOfMeasurement } from './start-of-measurement.ts';
import { useMeasurementForm } from './use-measurement-form.ts';
import { useRegion } from './use-region.ts';
import { measurementsIn, versionsIn } from './versions-in-file.ts';
import './measurement.css';

/** One measurement by the uniform method, with its result while it is typed, until it is final. */
export function MeasurementEditor({ dossier, start, back, name, begin }: EditorProps) {
  const { t } = useTranslation('measurement');
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const { dossierId } = dossier;
  const { found } = start;
  const { today } = moment;
  const region = useRegion();
  const [search] = useSearchParams();
  const [initial] = useState(() => found?.values ?? startValuesOf(dossier, device.principal, moment, format.language, search.get(correctsParameter)));
  const corrects = typeof initial['corrects'] === 'string' ? (initial['corrects'] as RecordId) : null;
  const [alsoReplaces] = useState(() => (Array.isArray(initial['alsoReplaces']) ? initial['alsoReplaces'].filter((id): id is RecordId => typeof id === 'string') : []));
  const corrected = dossier.measurements.find(({ recordId }) => recordId === corrects) ?? null;
  const frameOn = useCallback(
    (visitedOn: Day | null) => measurementFrame(device.principal, dossier, today, visitedOn, { parameters: region.parameters, certificate: region.certificate, corrects, alsoReplaces }),
    [device, dossier, today, region, corrects, alsoReplaces],
  );

  const { form, live, lks, visitDay, frame, asksFunctieloon } = useMeasurementForm({
    start,
    begin,
    dossierId,
    form: 'measurement',
    definition: measurementFormV2,
    // A draft of before the question was asked has no answer to it.
    initial: { occasion: 'new-measurement', ...initial },
    frameOn,
  });
  const { phase } = form;
  // Where somebody worked when they were measured; they may work elsewhere by now.
  const placement = currentPlacement(dossier, visitDay ?? today)?.groups.facts;

  if (phase.kind === 'kept') {
    const { recordId } = phase.kept;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={t('kept.lead', { loonwaarde: live.result?.loonwaarde, name })}
        kept={phase.kept}
        status={dossier.measurements.find((measurement) => measurement.recordId === recordId)?.status}
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
  return (
    <DraftFormPage
      form={form}
      title={t('title')}
      lead={placementWords(placement)}
      back={back}
      actions={corrected === null && found === null && <TextLink to={paths.newOlderMeasurement(dossierId)}>{t('older.link')}</TextLink>}
      keepLabel={t('keep')}
      aside={<LivePanels live={live} lks={lks} provisional={withoutWage(dossier, visitDay ?? today)} />}
    >
      <ForfaitaryNotice placement={placement} today={today} />
      {corrected?.groups.result !== undefined && (
        <Alert kind="info" title={t('correction.title', { day: format.dayInWords(corrected.groups.result.visitedOn) })}>
          <p>{t('correction.text')}</p>
        </Alert>
      )}
      {alsoReplaces.length > 0 && <AlsoReplaced dossier={dossier} recordIds={alsoReplaces} />}
      <MeasurementForm
        live={live}
        visitedOn={visitDay}
        beschutWerk={placement?.form === 'beschut-werk'}
        earlier={confirmable(dossier, corrects === null ? [] : [corrects, ...alsoReplaces], visitDay)}
        asksFunctieloon={asksFunctieloon}
        method={frame.method}
        certificate={region.isRead && <CertificateNotice certificate={region.certificate} on={visitDay ?? today} />}
      />
    </DraftFormPage>
  );
}

/** Of a correction all that was right stands there already; of a measurement that is not on this device nothing can be corrected. */
function startValuesOf(dossier: DossierView, principal: Principal, moment: FormMoment, language: FormatLanguage, correctsId: string | null): FormValues {
  const corrected = dossier.measurements.find(({ recordId, groups }) => recordId === correctsId && groups.result !== undefined);
  return corrected === undefined ? startOfMeasurement(dossier, principal, moment, language) : startOfCorrection(corrected, principal, language, (versionsIn(dossier).get(corrected.recordId)?.beside ?? []).map(({ recordId }) => recordId));
}

/** The form begins with one of them: whoever makes one of several must read the others. */
function AlsoReplaced({ dossier, recordIds }: { readonly dossier: DossierView; readonly recordIds: readonly RecordId[] }) {
  const { t } = useTranslation('measurement');
  const measurements = measurementsIn(dossier).filter(({ recordId }) => recordIds.includes(recordId));
  return (
    <Alert kind="info" title={t('alsoReplaces.title', { count: recordIds.length })}>
      <p>{t('alsoReplaces.text')}</p>
      <MeasurementLinks measurements={measurements} versions={versionsIn(dossier)} />
    </Alert>
  );
}
