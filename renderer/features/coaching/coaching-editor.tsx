import { useCallback, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { FormPage } from '#renderer/components/form/form-page.tsx';
import { useRecordForm } from '#renderer/components/form/use-record-form.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import type { Kept } from '#renderer/data/device.ts';
import type { CandidateForm, KeepProblem, RecordStatus } from '#renderer/data/views.ts';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { RestoredNotice } from '#renderer/features/draft/restored-notice.tsx';
import { useKeep } from '#renderer/features/draft/use-keep.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { FormDefinition, FormValues } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import type { Outcome } from '#shared/lib/outcome.ts';

export interface CoachingEditorProps {
  readonly editor: EditorProps;
  readonly form: CandidateForm;
  readonly definition: FormDefinition;
  readonly initial: FormValues;
  readonly title: string;
  readonly lead: ReactNode;
  readonly back: ReactNode;
  readonly keepLabel: string;
  readonly keptTitle: string;
  readonly keptLead: ReactNode;
  /** What the record has against these answers, at their places on the form. The same function on every draw. */
  readonly judge: (reading: FormReading) => readonly Violation[];
  readonly keepNow: (reading: FormReading) => Promise<Outcome<Kept, KeepProblem>>;
  /** The live truth about the record that was kept. */
  readonly statusOf: (kept: Kept) => RecordStatus | undefined;
  readonly keptActions: (kept: Kept) => ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The questions about one record of coaching, their draft, and what became of it. */
export function CoachingEditor(props: CoachingEditorProps) {
  const { definition, judge } = props;
  const { dossier, start, begin } = props.editor;
  const { t } = useTranslation('form');
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const sentenceOf = useSentenceOf();
  const { draftId, found } = start;
  const form = useRecordForm({
    definition,
    language: format.language,
    moment,
    initial: found?.values ?? props.initial,
    savedAtMs: found?.savedAtMs ?? null,
    save: (values) => device.saveDraft({ draftId, dossierId: dossier.dossierId, form: props.form, values }),
    onBeforeLock: useCallback((save) => device.onBeforeLock(save), [device]),
    // What is missing is said by the form; the record's rule speaks about a whole record.
    judge: useCallback((reading: FormReading) => (reading.violations.length > 0 ? [] : judge(reading)), [judge]),
    sentenceOf,
  });
  const { phase, keep, discard, undoDiscard } = useKeep(device, draftId, form, () => props.keepNow(form.reading));
  const isSaved = form.saveState.kind === 'saved' && phase.kind === 'editing';
  useEffect(() => {
    if (isSaved) begin(draftId);
  }, [isSaved, begin, draftId]);

  if (phase.kind === 'kept') {
    return (
      <KeptPanel
        title={props.keptTitle}
        lead={props.keptLead}
        kept={phase.kept}
        status={props.statusOf(phase.kept) ?? { kind: 'kept', keptAtMs: phase.kept.keptAtMs }}
        actions={props.keptActions(phase.kept)}
      />
    );
  }
  return (
    <>
      <PageHeader title={props.title} documentTitle={props.title} lead={props.lead} back={props.back} />
      {phase.kind === 'discarded' ? (
        <UndoNotice message={t('discarded')} undoLabel={t('undo')} onUndo={undoDiscard} />
      ) : (
        <>
          {found !== null && <RestoredNotice moment={format.moment(found.savedAtMs)} onStartOver={() => begin(crypto.randomUUID())} />}
          {phase.kind === 'editing' && phase.problem !== null && <KeepProblemAlert problem={phase.problem} />}
          <FormPage form={form} at={(atMs) => format.at(atMs)} keepLabel={props.keepLabel} keeping={phase.kind === 'keeping'} onKeep={keep} onDiscard={discard} aside={props.aside}>
            {props.children}
          </FormPage>
        </>
      )}
    </>
  );
}
