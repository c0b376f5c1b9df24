import { Checkbox } from '@utrecht/checkbox-react';
import { Fieldset, FieldsetLegend } from '@utrecht/fieldset-react';
import { FormFieldDescription } from '@utrecht/form-field-description-react';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import { valueAt, type FormPath } from '#shared/forms/change-values.ts';
import { chosenOf } from '#shared/forms/read-field.ts';
import { describedBy } from './described-by.ts';
import { elementIdOf, fieldAt, useForm, useFormText, useHint, useLabel } from './form-context.tsx';

/** Any of a few: each with its own box, so that nothing has to be held down. */
export function MultipleField({ path }: { readonly path: FormPath }) {
  const form = useForm();
  const text = useFormText();
  const field = fieldAt(form.definition, path);
  const id = elementIdOf(path);
  const hint = useHint(field.id);
  const label = useLabel(path);
  const error = form.errorAt(path);
  const chosen = chosenOf(valueAt(form.values, path));
  const choices = field.type === 'multiple' ? field.choices : [];
  const change = (choice: string, on: boolean) => form.setValue(path, choices.filter((each) => (each === choice ? on : chosen.includes(each))));
  return (
    <Fieldset id={id} className="form-choice" invalid={error !== null} aria-describedby={describedBy(id, hint, error) ?? ''}>
      <FieldsetLegend className="form-choice__legend">{label}</FieldsetLegend>
      {hint !== undefined && <FormFieldDescription id={`${id}-description`}>{hint}</FormFieldDescription>}
      {error !== null && (
        <FormFieldErrorMessage id={`${id}-error`} className="form-choice__error">
          {error}
        </FormFieldErrorMessage>
      )}
      <div className="form-choice__options form-choice__options--multiple">
        {choices.map((choice) => (
          <label key={choice} className="form-choice__option" htmlFor={`${id}-${choice}`}>
            <Checkbox id={`${id}-${choice}`} checked={chosen.includes(choice)} invalid={error !== null} onChange={(event) => change(choice, event.target.checked)} />
            <span>{text(`${field.id}.${choice}`)}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
