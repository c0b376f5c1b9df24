import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { WaitingWork, WaitingWorkCard } from '#renderer/components/waiting-work.tsx';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { kindSchema } from '#shared/domain/kinds.ts';
import { conflictKinds, type ConflictKind } from '#shared/domain/records/waiting-work.ts';

/** What two people changed in this file, for everyone who may choose; and what was chosen before [CON5]. */
export function VersionsPanel({ dossier, format }: { readonly dossier: DossierView; readonly format: Format }) {
  const { t } = useTranslation('sync');
  const all = conflictKinds.flatMap((kind): readonly RecordView<ConflictKind>[] => recordsOf(dossier, kind)).filter(({ groups }) => groups.about !== undefined);
  const open = all.filter(({ groups }) => groups.decision === undefined);
  const earlier = all.filter(({ groups }) => groups.decision !== undefined);
  return (
    <WaitingWork
      title={t('versions.title')}
      lead={t('versions.lead')}
      open={open.length === 0 ? null : open.map((record) => <OpenVersions key={record.recordId} record={record} format={format} />)}
      earlierTitle={t('versions.earlier', { count: earlier.length })}
      earlier={
        earlier.length === 0 ? null : (
          <ul>
            {earlier.map((record) => (
              <Decided key={record.recordId} record={record} format={format} />
            ))}
          </ul>
        )
      }
    />
  );
}

interface VersionsProps {
  readonly record: RecordView<ConflictKind>;
  readonly format: Format;
}

function OpenVersions({ record: { dossierId, groups }, format }: VersionsProps) {
  const { t } = useTranslation('sync');
  const nameOf = useNameOfColleague();
  const item = useItem(groups.about);
  const { about } = groups;
  if (about === undefined) return null;
  // Only a newer app knows what it is.
  const isKnown = kindSchema.safeParse(about.kind).success;
  return (
    <WaitingWorkCard tone="warning" title={item}>
      <p>{t('versions.times', { name: nameOf(about.authorId), written: format.moment(about.authoredAtMs), received: format.moment(about.receivedAtMs) })}</p>
      {isKnown ? (
        <ActionLink to={paths.conflictInFile(dossierId, about.opId)} aria-label={t('versions.chooseItem', { item })}>
          {t('versions.choose')}
        </ActionLink>
      ) : (
        <p>{t('versions.unknown')}</p>
      )}
    </WaitingWorkCard>
  );
}

function Decided({ record: { groups, changes }, format }: VersionsProps) {
  const { t } = useTranslation('sync');
  const nameOf = useNameOfColleague();
  const item = useItem(groups.about);
  const { about, decision } = groups;
  const change = changes['decision'];
  if (about === undefined || decision === undefined || change === undefined) return null;
  return <li>{t(`versions.decided.${decision.choice}`, { item, author: nameOf(about.authorId), name: nameOf(change.by), moment: format.moment(change.atMs) })}</li>;
}

/** What the two versions are of. */
function useItem(about: RecordView<ConflictKind>['groups']['about']): string {
  const { t } = useTranslation(['sync', 'words']);
  if (about === undefined) return '';
  return t('versions.item', { kind: t(`words:kind.${about.kind}`, about.kind), groups: about.groups.map((group) => t(`words:group.${group}`, group)).join(', ') });
}
