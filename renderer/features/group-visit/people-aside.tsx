import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/button.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { focusField } from '#renderer/components/form/focus-field.ts';
import { elementIdOf, useForm } from '#renderer/components/form/form-context.tsx';
import { typedAt } from '#shared/forms/change-values.ts';
import { personField } from '#shared/forms/several-people.ts';
import type { GroupMember } from './group-visit-of-form.ts';

/** Everyone of this visit, how far their part is, and a way to it. */
export function PeopleAside({ members, names, onChange }: { readonly members: readonly GroupMember[]; readonly names: readonly string[]; readonly onChange: () => void }) {
  const { t } = useTranslation('groupvisit');
  const { values } = useForm();
  return (
    <div className="people-aside">
      <Heading level={2} look={3}>
        {t('people.title', { count: members.length })}
      </Heading>
      <ol className="people-aside__list">
        {members.map(({ key }, index) => {
          const observations = [personField(key, 'observations')];
          const done = typedAt(values, observations).trim() !== '' && typedAt(values, [personField(key, 'risk')]) !== '';
          return (
            <li key={key}>
              <a
                className="utrecht-link utrecht-link--html-a"
                href={`#${elementIdOf(observations)}`}
                onClick={(event) => {
                  if (focusField(elementIdOf(observations))) event.preventDefault();
                }}
              >
                {names[index]}
              </a>
              <span className="people-aside__state">{t(done ? 'people.done' : 'people.open')}</span>
            </li>
          );
        })}
      </ol>
      <Button appearance="subtle" onClick={onChange}>
        {t('people.change')}
      </Button>
    </div>
  );
}
