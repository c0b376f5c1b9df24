import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { seenIn, seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import { useDraftForm } from '#renderer/features/draft/use-draft-form.ts';
import { appointmentFormV1 } from '#shared/forms/appointment.v1.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { formPathOf } from '#shared/forms/record-of-form.ts';
import { appointmentGroups, appointmentOf, startOfAppointment } from './appointment-of-form.ts';

/** The questions about one appointment, their draft, and what became of it. */
export function AppointmentEditor({ dossier, start, back, begin }: EditorProps) {
  const { t } = useTranslation('agenda');
  const device = useDevice();
  const format = useFormat();
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
  const form = useDraftForm({
    start,
    begin,
    dossierId,
    form: 'appointment',
    definition: appointmentFormV1,
    initial: { ...(found?.values ?? startOfAppointment(dossier, known, format.language)), [seenKey]: seen },
    judge,
    keepNow: ({ reading }) =>
      device.keepRecord({
        // Of two files that were joined it stays in its own.
        dossierId: known?.dossierId ?? dossierId,
        recordId: known?.recordId ?? null,
        kind: 'appointment',
        groups: appointmentGroups(reading, withUser).groups,
        draftId,
        ...(known === null ? {} : { seen }),
      }),
  });
  const { reading, phase } = form;

  const title = known === null ? t('form.title') : t('form.move');
  if (phase.kind === 'kept') {
    const { facts } = appointmentGroups(reading, withUser).groups;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={facts.beginsAt === null ? t('kept.day', { day: format.nearDay(facts.plannedOn) }) : t('kept.moment', { day: format.nearDay(facts.plannedOn), time: facts.beginsAt })}
        kept={phase.kept}
        status={appointmentOf(dossier, phase.kept.recordId)?.status}
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
    <DraftFormPage form={form} title={title} back={back} keepLabel={t('form.keep')}>
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
    </DraftFormPage>
  );
}
