import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { namePhotos, undescribedPhotos } from '#renderer/features/attachment/photo-findings.ts';
import { PhotosOfVisit } from '#renderer/features/attachment/photos-of-visit.tsx';
import { useWaitingPhotos } from '#renderer/features/attachment/use-waiting-photos.ts';
import { VisitPhotos } from '#renderer/features/attachment/visit-photos.tsx';
import { currentPlacement, placementWords } from '#renderer/features/draft/current-placement.ts';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { useDraftForm } from '#renderer/features/draft/use-draft-form.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { formPathOf } from '#shared/forms/record-of-form.ts';
import { visitFormV3 } from '#shared/forms/visit.v3.ts';
import { startOfVisit } from './start-of-visit.ts';
import { LastVisit } from './last-visit.tsx';
import { VisitForm } from './visit-form.tsx';
import { dayOfVisit, visitFrame, visitOf } from './visit-of-form.ts';
import './visit.css';

/** The questions about one visit, their draft, and what became of it. */
export function VisitEditor({ dossier, start, back, begin }: EditorProps) {
  const { t } = useTranslation(['visit', 'words', 'attachment']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const { dossierId } = dossier;
  const { draftId, found } = start;
  const { today } = moment;
  const visitIn = useCallback((of: FormReading) => visitOf(visitFormV3, of, visitFrame(device.principal, dossier, dayOfVisit(of, today), draftId as RecordId)), [device, dossier, today, draftId]);

  const waiting = useWaitingPhotos(dossierId, draftId);
  const photos = waiting.drafts;
  const judge = useCallback(
    (reading: FormReading) => [
      // What is missing is said by the form; the record's rule speaks about a whole visit.
      ...(reading.violations.length > 0 ? [] : visitIn(reading).violations.map((violation) => ({ ...violation, path: formPathOf(visitFormV3, reading, violation.path) ?? [] }))),
      ...undescribedPhotos(photos),
    ],
    [visitIn, photos],
  );
  const plain = useDraftForm({
    start,
    begin,
    dossierId,
    form: 'visit',
    definition: visitFormV3,
    initial: found?.values ?? startOfVisit(dossier, moment, format.language),
    judge,
    keepNow: ({ reading }) => device.recordVisit({ dossierId, draftId, groups: visitIn(reading).groups }),
  });
  const form = { ...plain, errors: namePhotos(plain.errors, photos, (number) => t('attachment:photo', { number })) };
  const { reading, phase } = form;

  if (phase.kind === 'kept') {
    const { recordId } = phase.kept;
    const facts = visitIn(reading).groups.facts;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={t('kept.lead', { activity: t(`words:activity.${facts.activity}`), day: format.dayInWords(facts.heldOn) })}
        kept={phase.kept}
        status={dossier.visits.find((visit) => visit.recordId === recordId)?.status}
        actions={
          <>
            <ActionLink appearance="primary" to={paths.candidate(dossierId)}>
              {t('kept.dossier')}
            </ActionLink>
            <ActionLink to={paths.visit(dossierId, recordId)}>{t('kept.open')}</ActionLink>
            <Button appearance="subtle" onClick={form.startOver}>
              {t('kept.another')}
            </Button>
          </>
        }
      >
        <PhotosOfVisit dossier={dossier} visitId={recordId} />
      </KeptPanel>
    );
  }
  const placement = currentPlacement(dossier, today);
  return (
    <DraftFormPage
      form={form}
      title={t('title')}
      lead={placementWords(placement?.groups.facts)}
      back={back}
      notices={
        form.saveState.kind === 'untouched' &&
        placement !== null && (
          <p className="visit-several">
            <TextLink to={paths.groupVisitWith(dossierId)}>{t('several')}</TextLink>
          </p>
        )
      }
      keepLabel={t('keep')}
      aside={<LastVisit visit={dossier.visits[0] ?? null} />}
    >
      <VisitForm />
      <VisitPhotos dossierId={dossierId} draftId={draftId} waiting={waiting} form={form} status={t('attachment:status.withVisit')} />
    </DraftFormPage>
  );
}
