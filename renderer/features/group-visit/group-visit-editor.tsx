import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import type { Kept } from '#renderer/data/device.ts';
import type { KeepTogetherProblem } from '#renderer/data/views.ts';
import { namePhotos, undescribedPhotos } from '#renderer/features/attachment/photo-findings.ts';
import { useWaitingPhotos } from '#renderer/features/attachment/use-waiting-photos.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import { useDraftForm, type DraftForm } from '#renderer/features/draft/use-draft-form.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { WhereSection } from '#renderer/features/visit/where-section.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { failure, success } from '#shared/lib/outcome.ts';
import { DivisionOfTime } from './division.tsx';
import { groupVisitPlace } from './group-draft.ts';
import { GroupKeptPanel } from './group-kept-panel.tsx';
import { GroupPhotos } from './group-photos.tsx';
import { photoField, photoFindings } from './group-photos-of-form.ts';
import { GroupProblemAlert } from './group-problem-alert.tsx';
import { groupVisitForm } from './group-visit-form.ts';
import { findingsOf, visitsOf, type GroupMember } from './group-visit-of-form.ts';
import { PeopleAside } from './people-aside.tsx';
import { PersonSection } from './person-section.tsx';

export interface GroupVisitEditorProps {
  readonly draftId: string;
  readonly employerName: string;
  readonly members: readonly GroupMember[];
  readonly initial: FormValues;
  /** Of a draft that came back [ms]; null for a new one. */
  readonly savedAtMs: number | null;
  readonly isRestored: boolean;
  readonly back: ReactNode;
  /** The draft was saved: a reload must find it. */
  readonly onSaved: () => void;
  readonly onChangePeople: (values: FormValues) => void;
  readonly onStartOver: () => void;
}

/** One visit to several people: the common facts once, then each person's own part, and one moment of keeping. */
export function GroupVisitEditor({ draftId, employerName, members, initial, savedAtMs, isRestored, back, onSaved, onChangePeople, onStartOver }: GroupVisitEditorProps) {
  const { t } = useTranslation(['groupvisit', 'attachment']);
  const device = useDevice();
  const moment = useMoment();
  const names = members.map(({ dossier }) => candidateName(dossier));
  const definition = useMemo(() => groupVisitForm(members.map(({ key, dossier }) => ({ key, name: candidateName(dossier) }))), [members]);
  const author = useMemo(() => ({ principal: device.principal, sharedVisitId: draftId as RecordId, today: moment.today }), [device, draftId, moment]);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [refused, setRefused] = useState<KeepTogetherProblem | null>(null);

  const waiting = useWaitingPhotos(groupVisitPlace, draftId);
  const photos = waiting.drafts;
  const judge = useCallback(
    // What is missing is said by the form; the records' rule speaks about whole visits.
    (reading: FormReading) => [...(reading.violations.length > 0 ? [] : findingsOf(reading, members, visitsOf(reading, members, author))), ...undescribedPhotos(photos), ...photoFindings(photos, members)],
    [members, author, photos],
  );
  const plain = useDraftForm({
    start: { draftId, found: savedAtMs === null ? null : { draftId, savedAtMs, values: initial } },
    begin: onSaved,
    dossierId: groupVisitPlace,
    form: 'groupVisit',
    definition,
    initial,
    judge,
    keepNow: async ({ reading }) => {
      const visits = visitsOf(reading, members, author).map(({ dossierId, recordId, groups }) => ({ dossierId, recordId, groups }));
      const outcome = await device.recordVisits({ draftId, visits });
      setRefused(outcome.ok ? null : outcome.problem);
      if (!outcome.ok) return failure(outcome.problem.kind === 'storage' ? outcome.problem : { kind: 'invalid', violations: outcome.problem.records.flatMap(({ violations }) => violations) });
      setKept(outcome.value);
      const [first] = outcome.value;
      if (first === undefined) throw new Error('GroupVisitEditor: nothing was kept');
      return success(first);
    },
  });
  // In the list on top it must be clear whose field it is.
  const nameOfKey = (key: string | undefined) => names[members.findIndex((member) => member.key === key)];
  const form: DraftForm = {
    ...plain,
    errors: namePhotos(plain.errors, photos, (number) => t('attachment:photo', { number }), [photoField]).map((error) => ({ ...error, where: withName(nameOfKey(String(error.path?.[0] ?? '').split('_')[0]), error.where) })),
    // Somebody was added or taken away: what stands here is from this very moment.
    restoredAtMs: isRestored ? plain.restoredAtMs : null,
    startOver: onStartOver,
  };
  if (form.phase.kind === 'kept') {
    const [first] = visitsOf(form.reading, members, author);
    return <GroupKeptPanel members={members} kept={kept} facts={first?.groups.facts ?? null} employerName={employerName} />;
  }
  return (
    <DraftFormPage
      form={form}
      title={t('title')}
      lead={t('lead', { employer: employerName, count: members.length })}
      back={back}
      problem={refused !== null && <GroupProblemAlert problem={refused} members={members} />}
      keepLabel={t('keep', { count: members.length })}
      aside={<PeopleAside members={members} names={names} onChange={() => void form.autosave.flush().then(() => form.autosave.stop()).then(() => onChangePeople(form.values))} />}
    >
      <FormSection sectionId="when">
        <FormRow>
          <PlainFieldView path={['heldOn']} />
          <PlainFieldView path={['beganAt']} />
          <PlainFieldView path={['durationMinutes']} />
        </FormRow>
      </FormSection>
      <WhereSection />
      <DivisionOfTime members={members} names={names} reading={form.reading} />
      {members.map((member) => (
        <PersonSection key={member.key} member={member} others={members.filter(({ key }) => key !== member.key)} />
      ))}
      <GroupPhotos draftId={draftId} waiting={waiting} members={members} names={names} form={form} />
    </DraftFormPage>
  );
}

function withName(name: string | undefined, where: string): string {
  return name === undefined ? where : `${name}, ${where.charAt(0).toLowerCase()}${where.slice(1)}`;
}
