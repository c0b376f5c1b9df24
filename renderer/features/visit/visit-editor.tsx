import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Button } from '#renderer/components/button.tsx';
import { FormPage } from '#renderer/components/form/form-page.tsx';
import { useRecordForm } from '#renderer/components/form/use-record-form.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import { PhotosOfVisit } from '#renderer/features/attachment/photos-of-visit.tsx';
import { VisitPhotos } from '#renderer/features/attachment/visit-photos.tsx';
import { currentPlacement, placementWords } from '#renderer/features/draft/current-placement.ts';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { RestoredNotice } from '#renderer/features/draft/restored-notice.tsx';
import { useKeep } from '#renderer/features/draft/use-keep.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { formPathOf } from '#shared/forms/record-of-form.ts';
import { visitFormV2 } from '#shared/forms/visit.v2.ts';
import { startOfVisit } from './start-of-visit.ts';
import { LastVisit } from './last-visit.tsx';
import { VisitForm } from './visit-form.tsx';
import { dayOfVisit, visitFrame, visitOf } from './visit-of-form.ts';
import './visit.css';

/** The questions about one visit, their draft, and what became of it. */
export function VisitEditor({ dossier, start, back, begin }: EditorProps) {
  const { t } = useTranslation(['visit', 'form', 'words']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const sentenceOf = useSentenceOf();
  const { dossierId } = dossier;
  const { draftId, found } = start;
  const { today } = moment;
  const visitIn = useCallback((of: FormReading) => visitOf(visitFormV2, of, visitFrame(device.principal, dossier, dayOfVisit(of, today))), [device, dossier, today]);

  const judge = useCallback(
    (reading: FormReading) =>
      // What is missing is said by the form; the record's rule speaks about a whole visit.
      reading.violations.length > 0
        ? []
        : visitIn(reading).violations.map((violation) => ({ ...violation, path: formPathOf(visitFormV2, reading, violation.path) ?? [] })),
    [visitIn],
  );
  const form = useRecordForm({
    definition: visitFormV2,
    language: format.language,
    moment,
    initial: found?.values ?? startOfVisit(dossier, moment, format.language),
    savedAtMs: found?.savedAtMs ?? null,
    save: (values) => device.saveDraft({ draftId, dossierId, form: 'visit', values }),
    onBeforeLock: useCallback((save) => device.onBeforeLock(save), [device]),
    judge,
    sentenceOf,
  });
  const { reading, saveState } = form;
  const { phase, keep, discard, undoDiscard } = useKeep(device, draftId, form, () =>
    device.recordVisit({ dossierId, draftId, groups: visitIn(reading).groups }),
  );
  const isSaved = saveState.kind === 'saved' && (phase.kind === 'editing' || phase.kind === 'keeping');
  useEffect(() => {
    if (isSaved) begin(draftId);
  }, [isSaved, begin, draftId]);

  if (phase.kind === 'kept') {
    const { recordId, keptAtMs } = phase.kept;
    const facts = visitIn(reading).groups.facts;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={t('kept.lead', { activity: t(`words:activity.${facts.activity}`), day: format.dayInWords(facts.heldOn) })}
        kept={phase.kept}
        status={dossier.visits.find((visit) => visit.recordId === recordId)?.status ?? { kind: 'kept', keptAtMs }}
        actions={
          <>
            <ActionLink appearance="primary" to={paths.candidate(dossierId)}>
              {t('kept.dossier')}
            </ActionLink>
            <ActionLink to={paths.visit(dossierId, recordId)}>{t('kept.open')}</ActionLink>
            <Button appearance="subtle" onClick={() => begin(crypto.randomUUID())}>
              {t('kept.another')}
            </Button>
          </>
        }
      >
        <PhotosOfVisit dossier={dossier} visitId={recordId} />
      </KeptPanel>
    );
  }
  return (
    <>
      <PageHeader title={t('title')} documentTitle={t('title')} lead={placementWords(currentPlacement(dossier, today)?.groups.facts)} back={back} />
      {saveState.kind === 'untouched' && currentPlacement(dossier, today) !== null && (
        <p className="visit-several">
          <TextLink to={paths.groupVisitWith(dossierId)}>{t('several')}</TextLink>
        </p>
      )}
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
            aside={<LastVisit visit={dossier.visits[0] ?? null} />}
          >
            <VisitForm />
            <VisitPhotos dossierId={dossierId} draftId={draftId} form={form} />
          </FormPage>
        </>
      )}
    </>
  );
}
