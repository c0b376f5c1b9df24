import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { FormPage } from '#renderer/components/form/form-page.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { useRecordForm } from '#renderer/components/form/use-record-form.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { RestoredNotice } from '#renderer/features/draft/restored-notice.tsx';
import { seenIn, seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import { useKeep } from '#renderer/features/draft/use-keep.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import { appointmentFormV1 } from '#shared/forms/appointment.v1.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { formPathOf } from '#shared/forms/record-of-form.ts';
import { appointmentGroups, appointmentOf, startOfAppointment } from './appointment-of-form.ts';

/** The questions about one appointment, their draft, and what became of it. */
export function AppointmentEditor({ dossier, start, back, begin }: EditorProps) {
  const { t } = useTranslation(['agenda', 'form']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const sentenceOf = useSentenceOf();
  const { dossierId } = dossier;
  const { draftId, found } = start;
  // As it was when this page opened: what a colleague changes meanwhile must be a conflict, not a silent overwrite.
  const known = useMemo(() => appointmentOf(dossier, draftId), [draftId]); // oxlint-disable-line react-hooks/exhaustive-deps
  const [seen] = useState(() => seenIn(found?.values, known?.versions ?? {}));
  const withUser = known?.groups.facts?.withUser ?? device.principal.userId;

  const judge = useCallback(
    (reading: FormReading) =>
      reading.violations.length > 0
        ? []
        : appointmentGroups(reading, withUser).violations.map((violation) => ({ ...violation, path: formPathOf(appointmentFormV1, reading, violation.path) ?? [] })),
    [withUser],
  );
  const form = useRecordForm({
    definition: appointmentFormV1,
    language: format.language,
    moment,
    initial: { ...(found?.values ?? startOfAppointment(dossier, known, format.language)), [seenKey]: seen },
    savedAtMs: found?.savedAtMs ?? null,
    save: (values) => device.saveDraft({ draftId, dossierId, form: 'appointment', values }),
    onBeforeLock: useCallback((save) => device.onBeforeLock(save), [device]),
    judge,
    sentenceOf,
  });
  const { reading, saveState } = form;
  const { phase, keep, discard, undoDiscard } = useKeep(device, draftId, form, () =>
    device.keepRecord({
      dossierId,
      recordId: known?.recordId ?? null,
      kind: 'appointment',
      groups: appointmentGroups(reading, withUser).groups,
      draftId,
      ...(known === null ? {} : { seen }),
    }),
  );
  const isSaved = saveState.kind === 'saved' && (phase.kind === 'editing' || phase.kind === 'keeping');
  useEffect(() => {
    if (isSaved) begin(draftId);
  }, [isSaved, begin, draftId]);

  const title = known === null ? t('form.title') : t('form.move');
  if (phase.kind === 'kept') {
    const { facts } = appointmentGroups(reading, withUser).groups;
    const { recordId, keptAtMs } = phase.kept;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={facts.beginsAt === null ? t('kept.day', { day: format.nearDay(facts.plannedOn) }) : t('kept.moment', { day: format.nearDay(facts.plannedOn), time: facts.beginsAt })}
        kept={phase.kept}
        status={appointmentOf(dossier, recordId)?.status ?? { kind: 'kept', keptAtMs }}
        actions={
          <>
            <ActionLink appearance="primary" to={paths.agenda}>
              {t('kept.agenda')}
            </ActionLink>
            <ActionLink to={paths.candidate(dossierId)}>{t('kept.file')}</ActionLink>
          </>
        }
      />
    );
  }
  return (
    <>
      <PageHeader title={title} documentTitle={title} back={back} />
      {phase.kind === 'discarded' ? (
        <UndoNotice message={t('form:discarded')} undoLabel={t('form:undo')} onUndo={undoDiscard} />
      ) : (
        <>
          {found !== null && <RestoredNotice moment={format.moment(found.savedAtMs)} onStartOver={() => begin(crypto.randomUUID())} />}
          {phase.kind === 'editing' && phase.problem !== null && <KeepProblemAlert problem={phase.problem} />}
          <FormPage form={form} at={(atMs) => format.at(atMs)} keepLabel={t('form.keep')} keeping={phase.kind === 'keeping'} onKeep={keep} onDiscard={discard}>
            <FormSection sectionId="when">
              <FormRow>
                <PlainFieldView path={['plannedOn']} />
                <PlainFieldView path={['beginsAt']} />
                <PlainFieldView path={['durationMinutes']} />
              </FormRow>
            </FormSection>
            <FormSection sectionId="what">
              <PlainFieldView path={['about']} />
              <PlainFieldView path={['location']} />
              <AreaField path={['remark']} rows={3} />
            </FormSection>
          </FormPage>
        </>
      )}
    </>
  );
}
