import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDevice, useDrafts, useLive } from '#renderer/app/device-context.tsx';
import { draftParameter, paths, personParameter } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { carriedOver } from '#renderer/features/visit/start-of-visit.ts';
import { formatDay } from '#renderer/components/format.ts';
import type { DossierView, Draft } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { startValues } from '#shared/forms/read-form.ts';
import { valuesOfPerson } from '#shared/forms/several-people.ts';
import { ChoosePeople, type Chosen } from './choose-people.tsx';
import { employersWithPeople } from './employers-with-people.ts';
import { groupDraftOf, groupVisitPlace, withPeople, type GroupDraft } from './group-draft.ts';
import { groupVisitForm } from './group-visit-form.ts';
import { GroupVisitEditor } from './group-visit-editor.tsx';
import type { GroupMember } from './group-visit-of-form.ts';
import { useDossiers } from './use-dossiers.ts';
import './group-visit.css';

/** Where this page stands: choosing people, or writing about those who were chosen. */
type Stage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'choosing'; readonly draftId: string; readonly values: FormValues | null }
  | { readonly kind: 'writing'; readonly draftId: string; readonly values: FormValues; readonly savedAtMs: number | null; readonly isRestored: boolean };

/** A visit to several people at one employer, from choosing them to the moment it is kept. */
export function GroupVisitPage() {
  const { t } = useTranslation('groupvisit');
  const { principal } = useDevice();
  if (groupsOfRole('write', principal.role, 'visit').length > 0) return <WithDraft />;
  return (
    <>
      <PageHeader title={t('title')} documentTitle={t('title')} />
      <EmptyState title={t('notAllowed.title')}>{t('notAllowed.text')}</EmptyState>
    </>
  );
}

function WithDraft() {
  const device = useDevice();
  const [search, setSearch] = useSearchParams();
  const [stage, setStage] = useState<Stage>({ kind: 'looking' });
  const wanted = search.get(draftParameter);
  const isHere = stage.kind !== 'looking' && (wanted === null || wanted === stage.draftId);
  useEffect(() => {
    if (isHere) return;
    let stale = false;
    const find = async (draftId: string): Promise<Draft | 'kept' | null> => (await device.readDraft(draftId)) ?? ((await device.isDraftKept(groupVisitPlace, draftId)) ? 'kept' : null);
    void (wanted === null ? Promise.resolve(null) : find(wanted)).then((draft) => {
      if (stale) return;
      // Whoever comes back to the address of what they kept begins anew, under another name.
      if (draft === 'kept') {
        setSearch({}, { replace: true });
        setStage({ kind: 'choosing', draftId: crypto.randomUUID(), values: null });
      } else if (draft === null || draft.form !== 'groupVisit' || groupDraftOf(draft.values) === null) setStage({ kind: 'choosing', draftId: wanted ?? crypto.randomUUID(), values: null });
      else setStage({ kind: 'writing', draftId: draft.draftId, values: draft.values, savedAtMs: draft.savedAtMs, isRestored: true });
    });
    return () => {
      stale = true;
    };
  }, [device, wanted, isHere, setSearch]);

  const { kind } = stage;
  const draftId = stage.kind === 'looking' ? null : stage.draftId;
  const onSaved = useCallback(() => {
    if (draftId !== null) setSearch({ [draftParameter]: draftId }, { replace: true });
  }, [draftId, setSearch]);
  if (kind === 'looking' || !isHere) return null;
  if (stage.kind === 'choosing') return <Choosing stage={stage} onChosen={(values, savedAtMs) => setStage({ kind: 'writing', draftId: stage.draftId, values, savedAtMs, isRestored: false })} />;
  return (
    <Writing
      key={`${stage.draftId} ${peopleKey(stage.values)}`}
      stage={stage}
      onSaved={onSaved}
      onChangePeople={(values) => setStage({ kind: 'choosing', draftId: stage.draftId, values })}
      onStartOver={() => {
        setSearch({}, { replace: true });
        setStage({ kind: 'choosing', draftId: crypto.randomUUID(), values: null });
      }}
    />
  );
}

const peopleKey = (values: FormValues) => (groupDraftOf(values)?.people ?? []).map(({ key }) => key).join(' ');

function Choosing({ stage, onChosen }: { readonly stage: Extract<Stage, { kind: 'choosing' }>; readonly onChosen: (values: FormValues, savedAtMs: number | null) => void }) {
  const { t } = useTranslation(['groupvisit', 'app']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const [search] = useSearchParams();
  const caseload = useLive(device.caseload);
  const drafts = useDrafts(groupVisitPlace);
  const rows = caseload.kind === 'ready' ? caseload.rows : null;
  const employers = useMemo(() => (rows === null ? [] : employersWithPeople(rows)), [rows]);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const files = useDossiers(chosen?.dossierIds ?? []);
  const before = useBefore(stage.values, search.get(personParameter) as DossierId | null, employers);
  const waiting = drafts.kind === 'ready' && stage.values === null ? drafts.value.filter(({ form, values }) => form === 'groupVisit' && groupDraftOf(values) !== null) : [];

  useEffect(() => {
    if (chosen === null || files.kind !== 'ready') return;
    const known = stage.values === null ? null : groupDraftOf(stage.values);
    const people = withPeople(known?.people ?? [], chosen.dossierIds, () => crypto.randomUUID());
    const fresh = people.filter(({ key }) => known?.people.every((person) => person.key !== key) ?? true);
    const definition = groupVisitForm(people.map(({ key }) => ({ key, name: '' })));
    const carried = fresh.map(({ key, dossierId }) => {
      const dossier = files.value[chosen.dossierIds.indexOf(dossierId)];
      return dossier === null || dossier === undefined ? {} : valuesOfPerson(key, carriedOver(dossier, format.language));
    });
    const answers = Object.assign({ heldOn: formatDay(moment.today, format.language) }, ...carried, stage.values ?? {}) as FormValues;
    const values = { ...answers, ...startValues(definition, answers), employerName: chosen.employerName, people };
    if (stage.values === null) {
      onChosen(values, null);
      return;
    }
    // Who was added or taken away is part of the draft.
    void device.saveDraft({ draftId: stage.draftId, dossierId: groupVisitPlace, form: 'groupVisit', values }).then((saved) => onChosen(values, saved.ok ? saved.value.savedAtMs : null));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the files of those chosen are there
  }, [chosen, files.kind]);

  if (rows === null) return <p className="visually-hidden">{t('app:loading')}</p>;
  return (
    <>
      <PageHeader title={t('title')} documentTitle={t('title')} lead={t('choose.lead')} back={<BackLink to={paths.caseload}>{t('back')}</BackLink>} />
      {waiting.map(({ draftId, savedAtMs, values }) => (
        <div key={draftId} className="draft-list__item group-waiting">
          <p>{t('choose.waiting', { employer: (groupDraftOf(values) as GroupDraft).employerName, moment: format.moment(savedAtMs) })}</p>
          <ActionLink to={paths.groupVisit(draftId)}>{t('choose.goOn')}</ActionLink>
        </div>
      ))}
      {employers.length === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      ) : (
        <ChoosePeople key={before?.employerKey ?? ''} employers={employers} before={before} onChosen={setChosen} />
      )}
    </>
  );
}

/** Whom the choice begins with: those of the draft, or the person from whose file one came. */
function useBefore(values: FormValues | null, cameFrom: DossierId | null, employers: ReturnType<typeof employersWithPeople>) {
  return useMemo(() => {
    const dossierIds = values === null ? (cameFrom === null ? [] : [cameFrom]) : (groupDraftOf(values)?.people ?? []).map(({ dossierId }) => dossierId);
    const employer = employers.find(({ people }) => people.some(({ dossierId }) => dossierIds.includes(dossierId)));
    return employer === undefined ? null : { employerKey: employer.key, dossierIds };
  }, [values, cameFrom, employers]);
}

interface WritingProps {
  readonly stage: Extract<Stage, { kind: 'writing' }>;
  readonly onSaved: () => void;
  readonly onChangePeople: (values: FormValues) => void;
  readonly onStartOver: () => void;
}

function Writing({ stage, onSaved, onChangePeople, onStartOver }: WritingProps) {
  const { t } = useTranslation(['groupvisit', 'app']);
  const draft = useMemo(() => groupDraftOf(stage.values), [stage.values]);
  const people = useMemo(() => draft?.people ?? [], [draft]);
  const files = useDossiers(people.map(({ dossierId }) => dossierId));
  const members = useMemo(() => {
    if (files.kind !== 'ready') return null;
    // Whose file left this device meanwhile stays in the visit: what was written is kept and goes to those now responsible [FGT2].
    return people.map((person, index): GroupMember => ({ ...person, dossier: files.value[index] ?? nothingOf(person.dossierId) }));
  }, [files, people]);
  const back = <BackLink to={paths.caseload}>{t('back')}</BackLink>;
  if (files.kind === 'failed' || draft === null) return <EmptyState title={t('app:failed.read')}>{t('app:failed.safe')}</EmptyState>;
  if (members === null) return <p className="visually-hidden">{t('app:loading')}</p>;
  return (
    <GroupVisitEditor
      draftId={stage.draftId}
      employerName={draft.employerName}
      members={members}
      initial={stage.values}
      savedAtMs={stage.savedAtMs}
      isRestored={stage.isRestored}
      back={back}
      onSaved={onSaved}
      onChangePeople={onChangePeople}
      onStartOver={onStartOver}
    />
  );
}

const nothingOf = (dossierId: DossierId): DossierView => ({ dossierId, candidate: null, placements: [], visits: [], measurements: [], attachments: [], records: [] });
