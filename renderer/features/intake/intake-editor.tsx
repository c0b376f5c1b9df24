import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { FormSections } from '#renderer/components/form/form-sections.tsx';
import type { RecordForm } from '#renderer/components/form/use-record-form.ts';
import { mayRecord, placeOf } from '#renderer/features/candidate/may-record.ts';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { useDraftForm } from '#renderer/features/draft/use-draft-form.ts';
import type { RegionEditorProps } from '#renderer/features/draft/region-draft-page.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { recordsOf } from '#renderer/data/views.ts';
import { FormNotice } from './form-notice.tsx';
import { intakeOf } from './intake-of-form.ts';
import { FileMoves, leaveFileKey } from './file-moves.tsx';
import { movesOfIntake } from './moves-of-intake.ts';
import { startOfIntake } from './start-of-intake.ts';
import './intake.css';

/** The questions of an intake, what they point at, the decision, and what became of it. */
export function IntakeEditor({ dossier, start, back, begin, definition: offered, unusable }: RegionEditorProps) {
  const { t } = useTranslation(['intake', 'words']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
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
  const groupsIn = ({ values, reading }: Pick<RecordForm, 'values' | 'reading'>) => intakeOf(definition, values, reading, frame).groups;
  const movesOf = (groups: ReturnType<typeof groupsIn>) => {
    const { explanation, suggestedBecause } = groups.decision;
    const reason = t('move.reason', { why: explanation.trim() === '' ? suggestedBecause.join(' ') : explanation }).trim();
    return movesOfIntake(dossier, groups, principal, placeOf(dossier), reason);
  };
  const form = useDraftForm({
    start,
    begin,
    dossierId,
    form: 'intake',
    definition,
    initial,
    judge,
    keepNow: (now) => {
      const groups = groupsIn(now);
      return device.recordIntake({ dossierId, draftId, groups, file: now.values[leaveFileKey] === true ? null : movesOf(groups) });
    },
  });
  const { phase } = form;
  const groups = groupsIn(form);

  if (phase.kind === 'kept') {
    const { recordId } = phase.kept;
    const { decision } = groups;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={t('kept.lead', { group: decision.candidateGroup, name: t(`words:candidateGroup.${decision.candidateGroup}`).toLowerCase() })}
        kept={phase.kept}
        status={recordsOf(dossier, 'intake').find((each) => each.recordId === recordId)?.status}
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
    <DraftFormPage form={form} title={t('title')} lead={t('lead')} back={back} notices={<FormNotice version={definition.version} unusable={unusable} />} keepLabel={t('keep')}>
      <FormSections after={(sectionId) => sectionId === 'decision' && <FileMoves moves={movesOf(groups)?.moves ?? []} />} />
    </DraftFormPage>
  );
}
