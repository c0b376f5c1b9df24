import { useCallback } from 'react';
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
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { coachingFormV1 } from '#shared/forms/coaching.v1.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { CoachingEditor } from './coaching-editor.tsx';
import { currentCoaching } from './coaching-of-file.ts';
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
  const current = currentCoaching(dossier);
  // A trajectory that ended stays as it is; a decision after it begins another.
  const known = current?.groups.facts !== undefined && current.groups.facts.endedOn === null ? current : null;
  const facts = known?.groups.facts ?? null;
  const judge = useCallback((reading: FormReading) => coachingOfForm(reading, facts, dossier, today).violations, [facts, dossier, today]);
  return (
    <CoachingEditor
      editor={props}
      form="coaching"
      definition={coachingFormV1}
      initial={startOfGrant(dossier, facts, today, format.language)}
      title={t(facts === null ? 'grant.title' : 'grant.change')}
      lead={placementWords(currentPlacement(dossier, today)?.groups.facts)}
      back={<BackLink to={paths.coaching(dossierId)}>{t('title')}</BackLink>}
      keepLabel={t('grant.keep')}
      keptTitle={t('grant.kept')}
      keptLead={t('grant.keptLead')}
      judge={judge}
      keepNow={(reading) =>
        device.keepRecord({
          dossierId,
          recordId: known?.recordId ?? null,
          kind: 'coaching',
          groups: { facts: coachingOfForm(reading, facts, dossier, today).facts },
          draftId: props.start.draftId,
          ...(known === null ? {} : { seen: known.versions }),
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
        {facts !== null && <PlainFieldView path={['endedOn']} />}
      </FormSection>
    </CoachingEditor>
  );
}
