import { useTranslation } from 'react-i18next';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import type { DossierView, RecordStatus } from '#renderer/data/views.ts';
import type { CandidateRegistration, CandidateStatus, CandidateTeam } from '#shared/domain/records/candidate.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { historyOf, reasonOf, type GroupVersion } from '../history/group-history.ts';
import type { LinesOf, TimelineItem } from './timeline-item.ts';
import { TimelineLine } from './timeline-line.tsx';

/** Registered and left, moved from one group to another, handed on to a colleague: from the file's own history. */
export const candidateLines: LinesOf<'candidate'> = (record, whole) => {
  // Of a joined file the history is its own.
  const dossier = { ...whole, candidate: record };
  // What is not sent yet stands in the newest change.
  const statusOf = ({ key }: { readonly key: string }): RecordStatus | undefined => (key === 'now' && record.status.kind !== 'on-server' ? record.status : undefined);
  return itemsOf(dossier, statusOf).map((item) => ({ ...item, key: `${item.key} ${record.recordId}` }));
};

function itemsOf(dossier: DossierView, statusOf: StatusOf): readonly TimelineItem[] {
  return [
    ...registrationItems(historyOf(dossier, 'registration'), statusOf),
    ...changesOf(historyOf(dossier, 'status'), sameStanding).map(([before, after]) => moveItem(dossier, before, after, statusOf(after))),
    ...changesOf(historyOf(dossier, 'team'), sameTeam).map(([before, after]) => teamItem(before, after, statusOf(after))),
  ];
}

type Versions<Data> = readonly { readonly key: string; readonly data: Data; readonly by: GroupVersion<'status'>['by']; readonly atMs: number }[];
type StatusOf = (version: { readonly key: string }) => RecordStatus | undefined;

function changesOf<Data>(versions: Versions<Data>, same: (a: Data, b: Data) => boolean): readonly (readonly [Versions<Data>[number], Versions<Data>[number]])[] {
  return versions.flatMap((after, index) => {
    const before = versions[index - 1];
    return before === undefined || same(before.data, after.data) ? [] : [[before, after] as const];
  });
}

const sameStanding = (a: CandidateStatus, b: CandidateStatus): boolean =>
  a.candidateGroup === b.candidateGroup && a.labourMarketRelation === b.labourMarketRelation && a.selfReliance === b.selfReliance && a.regeling === b.regeling;
const sameTeam = (a: CandidateTeam, b: CandidateTeam): boolean => a.jobcoach === b.jobcoach && a.consultant === b.consultant && a.expert === b.expert;

function registrationItems(versions: Versions<CandidateRegistration>, statusOf: StatusOf): readonly TimelineItem[] {
  const [first] = versions;
  if (first === undefined) return [];
  const items: TimelineItem[] = [{ key: 'registered', on: first.data.registeredOn, at: '00:00', line: <Registered registration={first.data} status={versions.length === 1 && first.data.closedOn === null ? statusOf(first) : undefined} /> }];
  for (const [index, version] of versions.entries()) {
    const before = versions[index - 1]?.data.closedOn ?? null;
    const { closedOn } = version.data;
    if (closedOn !== null && closedOn !== before) items.push({ key: `closed ${version.key}`, on: closedOn, at: '24:00', line: <Closed version={version} status={statusOf(version)} /> });
    if (closedOn === null && before !== null) items.push({ key: `reopened ${version.key}`, on: amsterdamDayOf(version.atMs), line: <Reopened version={version} status={statusOf(version)} /> });
  }
  return items;
}

function moveItem(dossier: DossierView, before: Versions<CandidateStatus>[number], after: Versions<CandidateStatus>[number], status: RecordStatus | undefined): TimelineItem {
  const move = reasonOf(dossier, after);
  return { key: `moved ${after.key}`, on: move?.movedOn ?? amsterdamDayOf(after.atMs), line: <Moved before={before.data} after={after} reason={move?.reason} status={status} /> };
}

const teamItem = (before: Versions<CandidateTeam>[number], after: Versions<CandidateTeam>[number], status: RecordStatus | undefined): TimelineItem => ({
  key: `team ${after.key}`,
  on: amsterdamDayOf(after.atMs),
  line: <HandedOn before={before.data} after={after} status={status} />,
});

function Registered({ registration, status }: { readonly registration: CandidateRegistration; readonly status: RecordStatus | undefined }) {
  const { t } = useTranslation(['file', 'words']);
  return <TimelineLine title={t('timeline.registered')} text={t(`words:entrance.${registration.entrance}`)} status={status} />;
}

function Closed({ version: { data, by }, status }: { readonly version: Versions<CandidateRegistration>[number]; readonly status: RecordStatus | undefined }) {
  const { t } = useTranslation(['file', 'words']);
  return <TimelineLine title={t('timeline.closed')} text={data.closeReason === undefined || data.closeReason === null ? undefined : t(`words:closeReason.${data.closeReason}`)} by={{ userId: by }} status={status} />;
}

function Reopened({ version, status }: { readonly version: Versions<CandidateRegistration>[number]; readonly status: RecordStatus | undefined }) {
  const { t } = useTranslation('file');
  return <TimelineLine title={t('timeline.reopened')} by={{ userId: version.by }} status={status} />;
}

function Moved({ before, after: { data, by }, reason, status }: { readonly before: CandidateStatus; readonly after: Versions<CandidateStatus>[number]; readonly reason: string | undefined; readonly status: RecordStatus | undefined }) {
  const { t } = useTranslation(['file', 'words']);
  const parts = [
    before.candidateGroup === data.candidateGroup ? null : t('timeline.group', { from: before.candidateGroup, to: data.candidateGroup, name: t(`words:candidateGroup.${data.candidateGroup}`) }),
    before.labourMarketRelation === data.labourMarketRelation ? null : t('timeline.relation', { to: t(`words:labourMarketRelation.${data.labourMarketRelation}`).toLowerCase() }),
    before.selfReliance === data.selfReliance ? null : t('timeline.selfReliance', { from: before.selfReliance, to: data.selfReliance }),
    before.regeling === data.regeling ? null : t('timeline.regeling', { to: t(`words:regeling.${data.regeling}`) }),
  ].filter((part) => part !== null);
  return <TimelineLine title={parts.join(', ')} text={reason} by={{ userId: by }} status={status} />;
}

function HandedOn({ before, after: { data, by }, status }: { readonly before: CandidateTeam; readonly after: Versions<CandidateTeam>[number]; readonly status: RecordStatus | undefined }) {
  const { t } = useTranslation(['file', 'words']);
  const nameOf = useNameOfColleague();
  const roles = [['jobcoach', 'jobcoach'], ['consultant', 'consultant'], ['expert', 'loonwaarde-expert']] as const;
  const parts = roles.flatMap(([member, role]) => {
    const now = data[member];
    if (now === before[member]) return [];
    return [t(now === null ? 'timeline.teamLeft' : 'timeline.teamNow', { role: t(`words:role.${role}`), name: now === null ? '' : nameOf(now) })];
  });
  return <TimelineLine title={t('timeline.handedOn')} text={parts.join(' ')} by={{ userId: by }} status={status} />;
}
