import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { currentPlacement, placementWords } from '#renderer/features/draft/current-placement.ts';
import { DraftPage, type EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { seenIn, seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { coachingFormV1 } from '#shared/forms/coaching.v1.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { changeOf, coachingBegun, coachingOf, type CoachingBegun } from './coaching-begun.ts';
import { CoachingEditor } from './coaching-editor.tsx';
import { runningCoaching } from './coaching-of-file.ts';
import { coachingOfForm, startOfGrant } from './grant-of-form.ts';
import './coaching.css';

/** What was granted: a first decision, or another regime from a later half year on. */
export function GrantPage() {
  const { t } = useTranslation('coaching');
  return (
    <DraftPage
      form="coaching"
      title={t('grant.title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <GrantEditor key={props.start.draftId} {...props} />}
    />
  );
}

function GrantEditor(props: EditorProps) {
  const { t } = useTranslation('coaching');
  const { dossier } = props;
  const { dossierId } = dossier;
  const device = useDevice();
  const format = useFormat();
  const { today } = useMoment();
  // What a draft was begun on: a colleague's decision of meanwhile was not on the screen.
  const [begun] = useState(() => seenIn<CoachingBegun>(props.start.found?.values, coachingBegun(runningCoaching(dossier))));
  const facts = coachingOf(dossier, begun)?.groups.facts ?? null;
  const judge = useCallback((reading: FormReading) => coachingOfForm(reading, facts, dossier, today).violations, [facts, dossier, today]);
  return (
    <CoachingEditor
      editor={props}
      form="coaching"
      definition={coachingFormV1}
      initial={{ ...startOfGrant(dossier, facts, today, format.language), [seenKey]: begun }}
      title={t(begun.coachingId === null ? 'grant.title' : 'grant.change')}
      lead={placementWords(currentPlacement(dossier, today)?.groups.facts)}
      back={<BackLink to={paths.coaching(dossierId)}>{t('title')}</BackLink>}
      keepLabel={t('grant.keep')}
      keptTitle={t('grant.kept')}
      keptLead={t('grant.keptLead')}
      judge={judge}
      keepNow={(reading) =>
        device.keepRecord({
          dossierId,
          kind: 'coaching',
          groups: { facts: coachingOfForm(reading, facts, dossier, today).facts },
          draftId: props.start.draftId,
          ...changeOf(begun),
        })
      }
      statusOf={({ recordId }) => dossier.records.find((record) => record.recordId === recordId)?.status}
      keptActions={() => (
        <ActionLink appearance="primary" to={paths.coaching(dossierId)}>
          {t('toCoaching')}
        </ActionLink>
      )}
    >
      <FormSection sectionId="grant">
        <FormRow>
          <PlainFieldView path={['from']} />
          <PlainFieldView path={['grantedOn']} />
        </FormRow>
        <PlainFieldView path={['regime']} />
        <PlainFieldView path={['contractHours']} />
      </FormSection>
    </CoachingEditor>
  );
}
