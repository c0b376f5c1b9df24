import { useTranslation } from 'react-i18next';
import { valueAt } from '#shared/forms/change-values.ts';
import { chosenOf } from '#shared/forms/read-field.ts';
import { useAnnounce } from '../announcer.tsx';
import { Button } from '../button.tsx';
import { elementIdOf, useForm, useFormText } from './form-context.tsx';

/** What the answers point at, and why; a person takes it over or decides otherwise. Nothing for a field without a proposal. */
export function SuggestionBox({ fieldId }: { readonly fieldId: string }) {
  const { t } = useTranslation('form');
  const form = useForm();
  const text = useFormText();
  const announce = useAnnounce();
  const rules = form.definition.suggestions?.find((each) => each.for === fieldId);
  if (rules === undefined) return null;
  const suggestion = form.asking.suggestionFor(fieldId);
  const id = `${elementIdOf([fieldId])}-suggestion`;
  if (suggestion === null) {
    return (
      <div id={id} className="form-suggestion">
        <p>{t('suggestion.none')}</p>
      </div>
    );
  }
  const several = rules.takes === 'all';
  const value = valueAt(form.values, [fieldId]);
  const taken = several ? suggestion.values.every((each) => chosenOf(value).includes(each)) : value === suggestion.values[0];
  const take = () => {
    form.setValue([fieldId], several ? [...new Set([...chosenOf(value), ...suggestion.values])] : suggestion.values[0]);
    announce(t('suggestion.taken'));
  };
  const [first] = suggestion.values;
  return (
    <div id={id} className="form-suggestion">
      <p className="form-suggestion__title">{several || first === undefined ? t('suggestion.several') : t('suggestion.one', { value: text(`${fieldId}.${first}`) })}</p>
      <ul className="form-suggestion__reasons">
        {suggestion.reasons.map(({ value: each, because }) => (
          <li key={`${each} ${because}`}>
            {several && <strong>{text(`${fieldId}.${each}`)}: </strong>}
            {text(because)}
          </li>
        ))}
      </ul>
      {taken ? (
        <p>{t(several ? 'suggestion.isTakenSeveral' : 'suggestion.isTaken')}</p>
      ) : (
        <Button appearance="secondary" onClick={take}>
          {t(several ? 'suggestion.takeSeveral' : 'suggestion.take')}
        </Button>
      )}
    </div>
  );
}
