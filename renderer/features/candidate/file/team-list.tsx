import { useTranslation } from 'react-i18next';
import { useColleagues } from '#renderer/app/use-colleagues.ts';
import { DataList } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { teamRoles } from '#shared/forms/candidate/team-form.ts';

/** Who of us stands around this person: one contact per role. */
export function TeamList({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation(['file', 'words']);
  const colleagues = useColleagues();
  const team = dossier.candidate?.groups.team;
  if (team === undefined) return null;
  const items = teamRoles.map(([member, role]) => {
    const userId = team[member];
    const label = t(`words:role.${role}`);
    return { key: member, label: label.charAt(0).toUpperCase() + label.slice(1), value: userId === null ? t('team.none') : (colleagues.get(userId)?.displayName ?? t('colleague.unknown')) };
  });
  return (
    <section className="candidate__section">
      <Heading level={2}>{t('team.title')}</Heading>
      <DataList items={items} />
    </section>
  );
}
