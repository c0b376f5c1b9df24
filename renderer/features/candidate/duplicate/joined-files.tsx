import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useColleagues, useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { DataList } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { recordsOf, type DossierView, type KeepProblem, type RecordView } from '#renderer/data/views.ts';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { allowedGroups } from '#shared/domain/rights.ts';
import { fullName } from '../candidate-name.ts';
import { answersInWords } from '../file/answers-in-words.ts';
import { fileSections } from '../file/file-sections.ts';
import { placeOf } from '../may-record.ts';
import { decideJoin, findJoin } from './decide-join.ts';
import './duplicate.css';

/** What was joined with this file, what stands there differently, and the way back. */
export function JoinedFiles({ dossier }: { readonly dossier: DossierView }) {
  const others = recordsOf(dossier, 'candidate').filter(({ recordId }) => recordId !== dossier.candidate?.recordId);
  return others.map((other) => <JoinedFile key={other.recordId} dossier={dossier} other={other} />);
}

function JoinedFile({ dossier, other }: { readonly dossier: DossierView; readonly other: RecordView<'candidate'> }) {
  const { t } = useTranslation(['file', 'words']);
  const device = useDevice();
  const announce = useAnnounce();
  const format = useFormat();
  const nameOf = useNameOfColleague();
  const colleagues = [...useColleagues().values()];
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const join = findJoin(dossier, dossier.dossierId, other.dossierId);
  const facts = join?.groups.facts;
  const words = { yes: t('words:yes'), no: t('words:no') };
  const differences = fileSections.flatMap((section) => {
    if (section.onlyForm === true || section.id === 'bsn') return [];
    const definition = section.form({ colleagues, dossier });
    const here = new Map(answersInWords(definition, dossier.candidate?.groups ?? {}, format, words).map(({ id, text }) => [id, text]));
    return answersInWords(definition, other.groups, format, words).flatMap(({ id, label, text }) => (here.get(id) === text ? [] : [{ key: `${section.id} ${id}`, label, value: text }]));
  });
  const mayUndo = facts !== undefined && allowedGroups('write', device.principal, 'join', placeOf(dossier)).length > 0;
  const undo = async () => {
    if (facts === undefined) return;
    const kept = await decideJoin(device, { ...facts, decision: 'separate' });
    setProblem(kept.ok ? null : kept.problem);
    if (kept.ok) announce(t('duplicates.done.separate'));
  };
  return (
    <section className="joined-file">
      <Heading level={2}>{t('joined.title')}</Heading>
      {problem !== null && <KeepProblemAlert problem={problem} />}
      <p>
        {facts === undefined || join === undefined
          ? t('joined.with', { name: other.groups.identity === undefined ? '' : fullName(other.groups.identity) })
          : t('joined.by', { name: other.groups.identity === undefined ? '' : fullName(other.groups.identity), day: format.dayInWords(facts.decidedOn), colleague: nameOf(join.changes['facts']?.by ?? join.createdBy) })}
      </p>
      {differences.length > 0 && (
        <>
          <Heading level={3}>{t('joined.differs')}</Heading>
          <DataList items={differences} />
        </>
      )}
      {mayUndo && (
        <Button appearance="subtle" onClick={() => void undo()}>
          {t('joined.undo')}
        </Button>
      )}
    </section>
  );
}
