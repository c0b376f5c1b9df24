import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { BoxField } from '#renderer/components/form/box-field.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { ListField } from '#renderer/components/form/list-field.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { olderMeasurementFormV1 } from '#shared/forms/older-measurement.v1.ts';
import { startValues } from '#shared/forms/read-form.ts';
import type { Day } from '#shared/lib/calendar.ts';
import { FunctionSection } from './function-section.tsx';
import { LivePanels } from './live-panels.tsx';
import { measurementFrame, methodOf } from './measurement-of-form.ts';
import { NextMeasurement } from './next-measurement.tsx';
import { emptyTask } from './start-of-measurement.ts';
import { noCheck } from './task-checks.ts';
import { TaskItem } from './task-item.tsx';
import { useMeasurementForm } from './use-measurement-form.ts';
import { useRegion } from './use-region.ts';
import './measurement.css';

/** A measurement of before July 2021, taken over from its report and computed anew: both must say the same. */
export function OlderMeasurementEditor({ dossier, start, back, begin }: EditorProps) {
  const { t } = useTranslation('measurement');
  const device = useDevice();
  const moment = useMoment();
  const region = useRegion();
  const { dossierId } = dossier;
  const method = methodOf('dariuz');
  const frameOn = useCallback(
    (visitedOn: Day | null) => measurementFrame(device.principal, dossier, moment.today, visitedOn, { method, parameters: region.parameters }),
    [device, dossier, moment.today, method, region],
  );
  const { form, live, lks, visitDay, asksFunctieloon } = useMeasurementForm({
    start,
    begin,
    dossierId,
    form: 'olderMeasurement',
    definition: olderMeasurementFormV1,
    initial: start.found?.values ?? startValues(olderMeasurementFormV1, { hoofdtaken: [emptyTask(olderMeasurementFormV1)] }),
    frameOn,
  });
  const { phase } = form;

  if (phase.kind === 'kept') {
    const { recordId } = phase.kept;
    return (
      <KeptPanel
        title={t('older.kept')}
        lead={t('recomputed.same', { method: t('methodName.dariuz'), version: method.version, loonwaarde: live.result?.loonwaarde })}
        kept={phase.kept}
        status={dossier.measurements.find((measurement) => measurement.recordId === recordId)?.status}
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
  return (
    <DraftFormPage form={form} title={t('older.title')} lead={t('older.lead')} back={back} keepLabel={t('older.keep')} aside={<LivePanels live={live} lks={lks} />}>
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
      <FunctionSection asksFunctieloon={asksFunctieloon} />
      <FormSection sectionId="tasks">
        <ListField listId="hoofdtaken" legend="hidden" item={(position) => <TaskItem position={position} check={live.checks[position] ?? noCheck} method={method} timed={false} />} />
      </FormSection>
      <FormSection sectionId="outcome">
        <BoxField path={['reportedLoonwaarde']} />
      </FormSection>
      <FormSection sectionId="next">
        <NextMeasurement visitedOn={visitDay} beschutWerk={false} />
      </FormSection>
    </DraftFormPage>
  );
}
