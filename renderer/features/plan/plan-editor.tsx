import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { FormSections } from '#renderer/components/form/form-sections.tsx';
import { recordsOf } from '#renderer/data/views.ts';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { seenIn, seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import { useDraftForm } from '#renderer/features/draft/use-draft-form.ts';
import type { RegionEditorProps } from '#renderer/features/draft/region-draft-page.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { currentPlan } from '#shared/domain/plan/plan-state.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { changedPlan, planBegun, planFrame, planOf } from './plan-of-form.ts';
import { startOfChange, startOfPlan } from './start-of-plan.ts';

/** The questions of a plan, its draft, and what became of it. */
export function PlanEditor({ dossier, start, back, begin, definition: offered }: RegionEditorProps) {
  const { t } = useTranslation('plan');
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const [definition] = useState(offered);
  const { dossierId } = dossier;
  const { draftId, found } = start;
  // As it was when this page opened: what it takes the place of is what was read here.
  const [before] = useState(() => currentPlan(recordsOf(dossier, 'plan')));
  // Not agreed yet: it is still being made, and this version itself is changed.
  const [begun] = useState(() => seenIn(found?.values, planBegun(before)));
  const changed = changedPlan(before, begun);
  const frame = useMemo(() => planFrame(draftId, device.principal.userId, before, changed), [draftId, device, before, changed]);
  const [initial] = useState<FormValues>(() => ({
    ...(found?.values ?? (changed === null ? startOfPlan(definition, dossier, before, moment, format.language) : startOfChange(definition, changed, format.language))),
    // What the plan is may have become another thing since the draft was begun.
    isReview: frame.replaces !== null,
    [seenKey]: begun,
  }));
  const judge = useCallback(
    (reading: FormReading, values: FormValues) => (reading.violations.length > 0 ? [] : planOf(definition, values, reading, frame).violations),
    [definition, frame],
  );
  const form = useDraftForm({
    start,
    begin,
    dossierId,
    form: 'plan',
    definition,
    initial,
    judge,
    keepNow: ({ values, reading }) =>
      device.keepRecord({
        dossierId,
        recordId: changed?.recordId ?? null,
        kind: 'plan',
        groups: planOf(definition, values, reading, frame).groups,
        draftId,
        ...(changed === null ? {} : { bases: begun.bases }),
      }),
  });
  const { phase } = form;

  const title = before === null ? t('title') : t(changed === null ? 'titleReview' : 'titleChange');
  if (phase.kind === 'kept') {
    const { recordId } = phase.kept;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={t('kept.lead')}
        kept={phase.kept}
        status={recordsOf(dossier, 'plan').find((each) => each.recordId === recordId)?.status}
        actions={
          <>
            <ActionLink appearance="primary" to={paths.plan(dossierId, recordId)}>
              {t('kept.open')}
            </ActionLink>
            <ActionLink to={paths.candidate(dossierId)}>{t('kept.dossier')}</ActionLink>
          </>
        }
      />
    );
  }
  return (
    <DraftFormPage form={form} title={title} lead={before === null || changed !== null ? t('lead') : t('leadReview', { version: frame.version })} back={back} keepLabel={t('keep')}>
      <FormSections hidden={ownFields} />
    </DraftFormPage>
  );
}

/** Whether there was a plan before is known, not asked. */
const ownFields = ['isReview'];
