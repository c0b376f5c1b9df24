import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { FormSection } from '#renderer/components/form/form-section.tsx';
import { ListField } from '#renderer/components/form/list-field.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { AgreementList } from '#renderer/features/visit/agreement-list.tsx';
import { LastVisit } from '#renderer/features/visit/last-visit.tsx';
import { NextContact } from '#renderer/features/visit/next-contact.tsx';
import { namesMentioned } from '#shared/domain/names-mentioned.ts';
import { typedAt } from '#shared/forms/change-values.ts';
import { itemsOf } from '#shared/forms/form-items.ts';
import { personField } from '#shared/forms/several-people.ts';
import type { GroupMember } from './group-visit-of-form.ts';

/** One person's own part of the visit: their note, goals, risk and agreements. It lies in their file alone. */
export function PersonSection({ member, others }: { readonly member: GroupMember; readonly others: readonly GroupMember[] }) {
  const { t } = useTranslation('groupvisit');
  const { key, dossier } = member;
  const of = (id: string) => personField(key, id);
  const mentioned = useNamesOfOthers(key, others);
  return (
    <FormSection sectionId={of('person')}>
      {dossier.visits.length > 0 && (
        <details className="person-earlier" data-private>
          <summary>{t('person.earlier')}</summary>
          <LastVisit visit={dossier.visits[0] ?? null} titled={false} />
        </details>
      )}
      <AreaField path={[of('observations')]} rows={4} />
      {mentioned.length > 0 && (
        <Alert kind="warning" title={t('person.mentions', { names: mentioned.join(', ') })}>
          <p>{t('person.mentionsWhy', { name: firstNameOf(dossier) })}</p>
        </Alert>
      )}
      <ListField listId={of('goals')} />
      <PlainFieldView path={[of('risk')]} />
      <PlainFieldView path={[of('sickLeave')]} />
      <AgreementList listId={of('agreements')} />
      <NextContact of={`${key}_`} />
    </FormSection>
  );
}

function firstNameOf({ candidate }: GroupMember['dossier']): string {
  return candidate?.groups.identity?.givenName ?? '';
}

/** Names of the others in what was typed about this one. */
function useNamesOfOthers(key: string, others: readonly GroupMember[]): readonly string[] {
  const { values } = useForm();
  const lines = [
    typedAt(values, [personField(key, 'observations')]),
    ...itemsOf(values, personField(key, 'goals')).map((_, index) => typedAt(values, [personField(key, 'goals'), index, 'goal'])),
    ...itemsOf(values, personField(key, 'agreements')).map((_, index) => typedAt(values, [personField(key, 'agreements'), index, 'what'])),
  ];
  const names = others.flatMap(({ dossier }) => {
    const identity = dossier.candidate?.groups.identity;
    return identity === undefined ? [] : [identity.givenName, identity.familyName];
  });
  return namesMentioned(lines.join(' '), names);
}
