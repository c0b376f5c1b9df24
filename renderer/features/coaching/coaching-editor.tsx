import { useCallback, type ReactNode } from 'react';
import type { Kept } from '#renderer/data/device.ts';
import type { CandidateForm, KeepProblem, RecordStatus } from '#renderer/data/views.ts';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { useDraftForm } from '#renderer/features/draft/use-draft-form.ts';
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
  const form = useDraftForm({
    start,
    begin,
    dossierId: dossier.dossierId,
    form: props.form,
    definition,
    initial: start.found?.values ?? props.initial,
    // What is missing is said by the form; the record's rule speaks about a whole record.
    judge: useCallback((reading: FormReading) => (reading.violations.length > 0 ? [] : judge(reading)), [judge]),
    keepNow: ({ reading }) => props.keepNow(reading),
  });
  const { phase } = form;
  if (phase.kind === 'kept') {
    return (
      <KeptPanel
        title={props.keptTitle}
        lead={props.keptLead}
        kept={phase.kept}
        status={props.statusOf(phase.kept)}
        actions={props.keptActions(phase.kept)}
      />
    );
  }
  return (
    <DraftFormPage form={form} title={props.title} lead={props.lead} back={props.back} keepLabel={props.keepLabel} aside={props.aside}>
      {props.children}
    </DraftFormPage>
  );
}
