import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useDossier } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { Button } from '#renderer/components/button.tsx';
import { FormFields } from '#renderer/components/form/form-fields.tsx';
import { FormPage } from '#renderer/components/form/form-page.tsx';
import type { DraftStart } from '#renderer/components/form/use-draft-start.ts';
import { useRecordForm } from '#renderer/components/form/use-record-form.ts';
import { formatDay } from '#renderer/components/format.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { RestoredNotice } from '#renderer/features/draft/restored-notice.tsx';
import { useKeep } from '#renderer/features/draft/use-keep.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { candidateOf, judgeCandidateForm, newCandidateFormOf } from './candidate-of-form.ts';
import { MaybeKnown } from './maybe-known.tsx';
import { fullName } from '../candidate-name.ts';

export interface NewCandidateEditorProps {
  readonly start: DraftStart;
  readonly begin: (draftId: string) => void;
}

/** The questions about somebody new. Who may be there already is said beside them, while they are typed. */
export function NewCandidateEditor({ start, begin }: NewCandidateEditorProps) {
  const { t } = useTranslation(['file', 'form']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const sentenceOf = useSentenceOf();
  const { principal } = device;
  const { draftId, found } = start;
  // The file, its record and its draft have one id: two windows with one draft make one file.
  const dossierId = draftId as DossierId;
  const definition = useMemo(() => newCandidateFormOf(principal), [principal]);

  const form = useRecordForm({
    definition,
    language: format.language,
    moment,
    initial: found?.values ?? startValues(definition, { registeredOn: formatDay(moment.today, format.language), ...(principal.municipalities.length === 1 ? { municipality: principal.municipalities[0] } : {}) }),
    savedAtMs: found?.savedAtMs ?? null,
    save: (values) => device.saveDraft({ draftId, dossierId, form: 'newCandidate', values }),
    onBeforeLock: useCallback((save) => device.onBeforeLock(save), [device]),
    judge: useCallback((reading: FormReading) => judgeCandidateForm(definition, reading, principal), [definition, principal]),
    sentenceOf,
  });
  const { reading, saveState } = form;
  const { phase, keep, discard, undoDiscard } = useKeep(device, draftId, form, () =>
    device.keepRecord({ dossierId, recordId: null, kind: 'candidate', groups: candidateOf(definition, reading, principal), draftId }),
  );
  const isSaved = saveState.kind === 'saved' && (phase.kind === 'editing' || phase.kind === 'keeping');
  useEffect(() => {
    if (isSaved) begin(draftId);
  }, [isSaved, begin, draftId]);
  const kept = useDossier(dossierId);

  if (phase.kind === 'kept') {
    const { identity } = candidateOf(definition, reading, principal);
    const file = kept.kind === 'ready' ? kept.value : null;
    return (
      <KeptPanel
        title={t('new.kept')}
        lead={identity === undefined ? '' : fullName(identity)}
        kept={phase.kept}
        status={file?.candidate?.status ?? { kind: 'kept', keptAtMs: phase.kept.keptAtMs }}
        actions={
          <>
            <ActionLink appearance="primary" to={paths.candidate(dossierId)}>
              {t('new.open')}
            </ActionLink>
            <ActionLink to={paths.candidateWork(dossierId)}>{t('new.work')}</ActionLink>
            <Button appearance="subtle" onClick={() => begin(crypto.randomUUID())}>
              {t('new.another')}
            </Button>
          </>
        }
      />
    );
  }
  return (
    <>
      <PageHeader title={t('new.title')} documentTitle={t('new.title')} back={<BackLink to={paths.caseload}>{t('new.back')}</BackLink>} />
      {phase.kind === 'discarded' ? (
        <UndoNotice message={t('form:discarded')} undoLabel={t('form:undo')} onUndo={undoDiscard} />
      ) : (
        <>
          {found !== null && <RestoredNotice moment={format.moment(found.savedAtMs)} onStartOver={() => begin(crypto.randomUUID())} />}
          {phase.kind === 'editing' && phase.problem !== null && <KeepProblemAlert problem={phase.problem} />}
          <FormPage
            form={form}
            at={(atMs) => format.at(atMs)}
            keepLabel={t('new.keep')}
            keeping={phase.kind === 'keeping'}
            onKeep={keep}
            onDiscard={discard}
            aside={<MaybeKnown reading={reading} />}
          >
            <FormFields definition={definition} />
          </FormPage>
        </>
      )}
    </>
  );
}
