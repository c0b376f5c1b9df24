import { Checkbox } from '@utrecht/checkbox-react';
import { FormFieldDescription } from '@utrecht/form-field-description-react';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import { valueAt, type FormPath } from '#shared/forms/change-values.ts';
import { describedBy } from './described-by.ts';
import { elementIdOf, fieldAt, useForm, useFormText, useHint } from './form-context.tsx';

/** Yes or not. */
export function SwitchField({ path }: { readonly path: FormPath }) {
  const form = useForm();
  const text = useFormText();
  const field = fieldAt(form.definition, path);
  const id = elementIdOf(path);
  const hint = useHint(field.id);
  const error = form.errorAt(path);
  return (
    <div className="form-switch">
      {error !== null && <FormFieldErrorMessage id={`${id}-error`}>{error}</FormFieldErrorMessage>}
      <label className="form-switch__line" htmlFor={id}>
        <Checkbox
          id={id}
          checked={valueAt(form.values, path) === true}
          invalid={error !== null}
          aria-describedby={describedBy(id, hint, error)}
          onChange={(event) => form.setValue(path, event.target.checked)}
        />
        <span>{text(`${field.id}.label`)}</span>
      </label>
      {hint !== undefined && (
        <FormFieldDescription id={`${id}-description`} className="form-switch__hint">
          {hint}
        </FormFieldDescription>
      )}
    </div>
  );
}
