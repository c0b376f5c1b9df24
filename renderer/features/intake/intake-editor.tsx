import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { FormPage } from '#renderer/components/form/form-page.tsx';
import { FormSections } from '#renderer/components/form/form-sections.tsx';
import { useRecordForm } from '#renderer/components/form/use-record-form.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import { mayRecord, placeOf } from '#renderer/features/candidate/may-record.ts';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { RestoredNotice } from '#renderer/features/draft/restored-notice.tsx';
import { useKeep } from '#renderer/features/draft/use-keep.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { UnusableForm } from '#shared/forms/delivered-forms.ts';
import type { FormDefinition, FormValues } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { recordsOf } from '#renderer/data/views.ts';
import { FormNotice } from './form-notice.tsx';
import { intakeOf } from './intake-of-form.ts';
import { FileMoves, leaveFileKey } from './file-moves.tsx';
import { movesOfIntake } from './moves-of-intake.ts';
import { startOfIntake } from './start-of-intake.ts';
import './intake.css';

export interface IntakeEditorProps extends EditorProps {
  readonly definition: FormDefinition;
  readonly unusable: readonly UnusableForm[];
}

/** The questions of an intake, what they point at, the decision, and what became of it. */
export function IntakeEditor({ dossier, start, back, begin, definition: offered, unusable }: IntakeEditorProps) {
  const { t } = useTranslation(['intake', 'form', 'words']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const sentenceOf = useSentenceOf();
  // A version that arrives while somebody is asked changes no question under their hands.
  const [definition] = useState(offered);
  const { dossierId } = dossier;
  const { draftId, found } = start;
  const { principal } = device;
  const frame = useMemo(() => ({ heldBy: principal.userId, today: moment.today }), [principal, moment.today]);

  const [initial] = useState<FormValues>(() => found?.values ?? startOfIntake(definition, dossier, moment, format.language));
  const judge = useCallback(
    (reading: FormReading, values: FormValues) => (reading.violations.length > 0 ? [] : intakeOf(definition, values, reading, frame).violations),
    [definition, frame],
  );
  const form = useRecordForm({
    definition,
    language: format.language,
    moment,
    initial,
    savedAtMs: found?.savedAtMs ?? null,
    save: (values) => device.saveDraft({ draftId, dossierId, form: 'intake', values }),
    onBeforeLock: useCallback((save) => device.onBeforeLock(save), [device]),
    judge,
    sentenceOf,
  });
  const { reading, saveState, values } = form;
  const { groups } = intakeOf(definition, values, reading, frame);
  const reasonOf = ({ decision }: typeof groups): string => t('move.reason', { why: decision.explanation.trim() === '' ? decision.suggestedBecause.join(' ') : decision.explanation }).trim();
  const moves = movesOfIntake(dossier, groups, principal, placeOf(dossier), reasonOf(groups));
  const { phase, keep, discard, undoDiscard } = useKeep(device, draftId, form, () =>
    device.recordIntake({ dossierId, draftId, groups, file: values[leaveFileKey] === true ? null : moves }),
  );
  const isSaved = saveState.kind === 'saved' && (phase.kind === 'editing' || phase.kind === 'keeping');
  useEffect(() => {
    if (isSaved) begin(draftId);
  }, [isSaved, begin, draftId]);

  if (phase.kind === 'kept') {
    const { recordId, keptAtMs } = phase.kept;
    const { decision } = groups;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={t('kept.lead', { group: decision.candidateGroup, name: t(`words:candidateGroup.${decision.candidateGroup}`).toLowerCase() })}
        kept={phase.kept}
        status={recordsOf(dossier, 'intake').find((each) => each.recordId === recordId)?.status ?? { kind: 'kept', keptAtMs }}
        actions={
          <>
            {mayRecord(principal, 'plan', dossier) && (
              <ActionLink appearance="primary" to={paths.newPlan(dossierId)}>
                {t('kept.plan')}
              </ActionLink>
            )}
            <ActionLink to={paths.candidate(dossierId)}>{t('kept.dossier')}</ActionLink>
            <ActionLink to={paths.intake(dossierId, recordId)}>{t('kept.open')}</ActionLink>
          </>
        }
      />
    );
  }
  return (
    <>
      <PageHeader title={t('title')} documentTitle={t('title')} lead={t('lead')} back={back} />
      {phase.kind === 'discarded' ? (
        <UndoNotice message={t('form:discarded')} undoLabel={t('form:undo')} onUndo={undoDiscard} />
      ) : (
        <>
          {found !== null && <RestoredNotice moment={format.moment(found.savedAtMs)} onStartOver={() => begin(crypto.randomUUID())} />}
          <FormNotice version={definition.version} unusable={unusable} />
          {phase.kind === 'editing' && phase.problem !== null && <KeepProblemAlert problem={phase.problem} />}
          <FormPage form={form} at={(atMs) => format.at(atMs)} keepLabel={t('keep')} keeping={phase.kind === 'keeping'} onKeep={keep} onDiscard={discard}>
            <FormSections after={(sectionId) => sectionId === 'decision' && <FileMoves moves={moves?.moves ?? []} />} />
          </FormPage>
        </>
      )}
    </>
  );
}
