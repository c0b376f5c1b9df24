import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { FormPage } from '#renderer/components/form/form-page.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import { KeepProblemAlert } from './keep-problem-alert.tsx';
import { RestoredNotice } from './restored-notice.tsx';
import type { DraftForm } from './use-draft-form.ts';

export interface DraftFormPageProps {
  readonly form: DraftForm;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly back: ReactNode;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** What must be known before answering. */
  readonly notices?: ReactNode;
  /** Says that it could not be kept, where a page has more to say about that than what is wrong. */
  readonly problem?: ReactNode;
  readonly keepLabel: string;
  /** Beside the form in a wide window, after it in a narrow one. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The page of a form with a draft, until it is kept: its title, what became of the draft, the questions, and the bar. */
export function DraftFormPage({ form, title, lead, back, actions, notices, problem, keepLabel, aside, children }: DraftFormPageProps) {
  const { t } = useTranslation('form');
  const format = useFormat();
  const { phase, restoredAtMs } = form;
  const header = <PageHeader title={title} documentTitle={title} lead={lead} back={back} actions={actions} />;
  if (phase.kind === 'discarded') {
    return (
      <>
        {header}
        <UndoNotice message={t('discarded')} undoLabel={t('undo')} onUndo={form.undoDiscard} />
      </>
    );
  }
  return (
    <>
      {header}
      {restoredAtMs !== null && <RestoredNotice moment={format.moment(restoredAtMs)} onStartOver={form.startOver} />}
      {notices}
      {phase.kind === 'editing' && phase.problem !== null && (problem === undefined ? <KeepProblemAlert problem={phase.problem} /> : problem)}
      {/* Also once it is kept: a page that goes elsewhere then must not take another letter. */}
      <FormPage form={form} at={(atMs) => format.at(atMs)} keepLabel={keepLabel} keeping={phase.kind === 'keeping' || phase.kind === 'kept'} onKeep={form.keep} onDiscard={form.discard} aside={aside}>
        {children}
      </FormPage>
    </>
  );
}
