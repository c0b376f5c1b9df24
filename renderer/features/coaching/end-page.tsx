import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { FormSection } from '#renderer/components/form/form-section.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { DraftPage, type EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { seenIn, seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import type { CoachingFacts } from '#shared/domain/records/coaching.ts';
import { coachingEndFormV1 } from '#shared/forms/coaching-end.v1.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { changeOf, coachingBegun, coachingOf, type CoachingBegun } from './coaching-begun.ts';
import { CoachingEditor } from './coaching-editor.tsx';
import { currentCoaching } from './coaching-of-file.ts';
import { endOfForm, startOfEnd } from './end-of-form.ts';
import './coaching.css';

/** The end of a trajectory: on which day, and why. Nothing has to be granted for that. */
export function CoachingEndPage() {
  const { t } = useTranslation('coaching');
  return (
    <DraftPage
      form="coachingEnd"
      title={t('end.title')}
      notAllowed={{ title: t('notAllowed.title'), text: t('notAllowed.text') }}
      editor={(props) => <OfTrajectory key={props.start.draftId} {...props} />}
    />
  );
}

function OfTrajectory(props: EditorProps) {
  const { t } = useTranslation('coaching');
  const { dossier, start } = props;
  const [begun] = useState(() => seenIn<CoachingBegun>(start.found?.values, coachingBegun(currentCoaching(dossier))));
  const facts = coachingOf(dossier, begun)?.groups.facts;
  if (facts === undefined) {
    return (
      <>
        <PageHeader title={t('end.title')} documentTitle={t('end.title')} back={<BackLink to={paths.coaching(dossier.dossierId)}>{t('title')}</BackLink>} />
        <EmptyState title={t('end.nothing')}>{t('hours.none')}</EmptyState>
      </>
    );
  }
  return <EndEditor {...props} begun={begun} facts={facts} />;
}

function EndEditor({ begun, facts, ...props }: EditorProps & { readonly begun: CoachingBegun; readonly facts: CoachingFacts }) {
  const { t } = useTranslation('coaching');
  const device = useDevice();
  const format = useFormat();
  const { dossier } = props;
  const { dossierId } = dossier;
  // What the page is called does not change under somebody's hands, nor when the end is kept.
  const [first] = useState(facts);
  const title = t(first.endedOn === null ? 'end.title' : 'end.change');
  const judge = useCallback((reading: FormReading) => endOfForm(reading, facts).violations, [facts]);
  return (
    <CoachingEditor
      editor={props}
      form="coachingEnd"
      definition={coachingEndFormV1}
      initial={{ ...startOfEnd(first, format.language), [seenKey]: begun }}
      title={title}
      lead={t('lead', { employer: facts.employerName, day: format.dayInWords(facts.beganOn) })}
      back={<BackLink to={paths.coaching(dossierId)}>{t('title')}</BackLink>}
      keepLabel={t('end.keep')}
      keptTitle={t('end.kept')}
      keptLead={t('end.keptLead')}
      judge={judge}
      keepNow={(reading) => device.keepRecord({ dossierId, kind: 'coaching', groups: { facts: endOfForm(reading, facts).facts }, draftId: props.start.draftId, ...changeOf(begun) })}
      statusOf={({ recordId }) => dossier.records.find((record) => record.recordId === recordId)?.status}
      keptActions={() => (
        <ActionLink appearance="primary" to={paths.coaching(dossierId)}>
          {t('toCoaching')}
        </ActionLink>
      )}
    >
      <FormSection sectionId="end">
        <PlainFieldView path={['endedOn']} />
        <PlainFieldView path={['endReason']} />
      </FormSection>
    </CoachingEditor>
  );
}
