import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { ListField } from '#renderer/components/form/list-field.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { DraftPage, type EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { coachingPlanFormV1 } from '#shared/forms/coaching-plan.v1.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { CoachingEditor } from './coaching-editor.tsx';
import { planOfForm, startOfPlan } from './plan-of-form.ts';
import './coaching.css';

/** The coachingsplan: what the employer gets, and what stays among colleagues. */
export function CoachingPlanPage() {
  const { t } = useTranslation('coaching');
  return (
    <DraftPage
      form="coachingPlan"
      title={t('plan.new')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <PlanEditor key={props.start.draftId} {...props} />}
    />
  );
}

function PlanEditor(props: EditorProps) {
  const { t } = useTranslation('coaching');
  const { dossier, name } = props;
  const { dossierId } = dossier;
  const device = useDevice();
  const format = useFormat();
  const { today } = useMoment();
  const { principal } = device;
  const judge = useCallback((reading: FormReading) => planOfForm(reading, dossier, principal, today).violations, [dossier, principal, today]);
  return (
    <CoachingEditor
      editor={props}
      form="coachingPlan"
      definition={coachingPlanFormV1}
      initial={startOfPlan(dossier, principal, today, format.language)}
      title={t('plan.new')}
      lead={name}
      back={<BackLink to={paths.coaching(dossierId)}>{t('title')}</BackLink>}
      keepLabel={t('plan.keep')}
      keptTitle={t('plan.kept')}
      keptLead={t('plan.keptLead')}
      judge={judge}
      keepNow={(reading) => device.keepRecord({ dossierId, recordId: null, kind: 'coachingPlan', groups: planOfForm(reading, dossier, principal, today).groups, draftId: props.start.draftId })}
      statusOf={({ recordId }) => dossier.records.find((record) => record.recordId === recordId)?.status}
      keptActions={({ recordId }) => (
        <>
          <ActionLink appearance="primary" to={paths.coachingPlan(dossierId, recordId)}>
            {t('plan.open')}
          </ActionLink>
          <ActionLink to={paths.coaching(dossierId)}>{t('toCoaching')}</ActionLink>
        </>
      )}
    >
      <FormSection sectionId="who">
        <FormRow>
          <PlainFieldView path={['drawnUpOn']} />
        </FormRow>
        <FormRow>
          <PlainFieldView path={['employerName']} />
          <PlainFieldView path={['contactPerson']} />
        </FormRow>
        <FormRow>
          <PlainFieldView path={['coachName']} />
          <PlainFieldView path={['coachPhone']} />
        </FormRow>
      </FormSection>
      <FormSection sectionId="goals">
        <ListField listId="planGoals" />
        <AreaField path={['approach']} rows={4} />
      </FormSection>
      <FormSection sectionId="agreed">
        <ListField listId="agreements" />
        <PlainFieldView path={['evaluateOn']} />
      </FormSection>
      {/* The employer may be looking along: the blind takes this away. */}
      <div data-private>
        <FormSection sectionId="internal">
          <AreaField path={['internalNote']} rows={3} />
        </FormSection>
      </div>
    </CoachingEditor>
  );
}
