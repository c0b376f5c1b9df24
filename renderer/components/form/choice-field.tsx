import { useTranslation } from 'react-i18next';
import { Fieldset, FieldsetLegend } from '@utrecht/fieldset-react';
import { FormField } from '@utrecht/form-field-react';
import { FormFieldDescription } from '@utrecht/form-field-description-react';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import { FormLabel } from '@utrecht/form-label-react';
import { RadioButton } from '@utrecht/radio-button-react';
import { typedAt, valueAt, type FormPath } from '#shared/forms/change-values.ts';
import { Select } from '../select.tsx';
import { describedBy } from './described-by.ts';
import { elementIdOf, fieldAt, useForm, useFormText, useHint } from './form-context.tsx';

/** More than this many stand in a closed list: one keystroke of a letter finds one there. */
const mostRadios = 5;

/** One of a few. Side by side when there is room, so that the eye and the arrow keys have it at once. */
export function ChoiceField({ path, asList = false }: { readonly path: FormPath; readonly asList?: boolean }) {
  const { definition } = useForm();
  const field = fieldAt(definition, path);
  const choices = field.type === 'choice' ? field.choices : [];
  return asList || choices.length > mostRadios ? <SelectField path={path} choices={choices} /> : <RadioField path={path} choices={choices} />;
}

interface ChoicesProps {
  readonly path: FormPath;
  readonly choices: readonly string[];
}

function RadioField({ path, choices }: ChoicesProps) {
  const form = useForm();
  const text = useFormText();
  const field = fieldAt(form.definition, path);
  const id = elementIdOf(path);
  const hint = useHint(field.id);
  const error = form.errorAt(path);
  const chosen = valueAt(form.values, path);
  return (
    <Fieldset id={id} className="form-choice" role="radiogroup" invalid={error !== null} required={field.required === true} aria-describedby={describedBy(id, hint, error) ?? ''}>
      <FieldsetLegend className="form-choice__legend">{text(`${field.id}.label`)}</FieldsetLegend>
      {hint !== undefined && <FormFieldDescription id={`${id}-description`}>{hint}</FormFieldDescription>}
      {error !== null && (
        <FormFieldErrorMessage id={`${id}-error`} className="form-choice__error">
          {error}
        </FormFieldErrorMessage>
      )}
      <div className="form-choice__options">
        {choices.map((choice) => (
          <label key={choice} className="form-choice__option" htmlFor={`${id}-${choice}`}>
            <RadioButton
              id={`${id}-${choice}`}
              name={id}
              value={choice}
              checked={chosen === choice}
              invalid={error !== null}
              onChange={() => form.setValue(path, choice)}
            />
            <span>{text(`${field.id}.${choice}`)}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

function SelectField({ path, choices }: ChoicesProps) {
  const { t } = useTranslation('form');
  const form = useForm();
  const text = useFormText();
  const field = fieldAt(form.definition, path);
  const id = elementIdOf(path);
  const hint = useHint(field.id);
  const error = form.errorAt(path);
  return (
    <FormField
      className="field"
      invalid={error !== null}
      label={<FormLabel htmlFor={id}>{text(`${field.id}.label`)}</FormLabel>}
      description={hint !== undefined && <FormFieldDescription id={`${id}-description`}>{hint}</FormFieldDescription>}
    >
      {error !== null && <FormFieldErrorMessage id={`${id}-error`}>{error}</FormFieldErrorMessage>}
      <div className="field__control">
        <Select
          id={id}
          invalid={error !== null}
          aria-describedby={describedBy(id, hint, error)}
          value={typedAt(form.values, path)}
          onChange={(event) => form.setValue(path, event.target.value)}
          onBlur={() => form.left(path)}
        >
          <option value="">{t('choose')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {text(`${field.id}.${choice}`)}
            </option>
          ))}
        </Select>
      </div>
    </FormField>
  );
}
