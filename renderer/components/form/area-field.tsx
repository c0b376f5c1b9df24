import { FormField } from '@utrecht/form-field-react';
import { FormFieldDescription } from '@utrecht/form-field-description-react';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import { FormLabel } from '@utrecht/form-label-react';
import { typedAt, type FormPath } from '#shared/forms/change-values.ts';
import { classNames } from '../class-names.ts';
import { describedBy } from './described-by.ts';
import { useTextGuard } from './text-guard.tsx';
import { elementIdOf, fieldAt, useForm, useHint, useLabel } from './form-context.tsx';

export interface AreaFieldProps {
  readonly path: FormPath;
  readonly rows?: number;
}

/** Room for a story; it grows with what is written. */
export function AreaField({ path, rows = 4 }: AreaFieldProps) {
  const form = useForm();
  const field = fieldAt(form.definition, path);
  const id = elementIdOf(path);
  const hint = useHint(field.id);
  const error = form.errorAt(path);
  const guard = useTextGuard(field, typedAt(form.values, path));
  return (
    <FormField
      className="field form-area"
      invalid={error !== null}
      label={<FormLabel htmlFor={id}>{useLabel(path)}</FormLabel>}
      description={hint !== undefined && <FormFieldDescription id={`${id}-description`}>{hint}</FormFieldDescription>}
    >
      {error !== null && <FormFieldErrorMessage id={`${id}-error`}>{error}</FormFieldErrorMessage>}
      <div className="field__control">
        <textarea
          id={id}
          className={classNames('utrecht-textarea', 'utrecht-textarea--html-textarea', error !== null && 'utrecht-textarea--invalid')}
          rows={rows}
          dir="auto"
          autoComplete="off"
          aria-invalid={error !== null || undefined}
          aria-describedby={describedBy(id, hint, error, guard.note !== null)}
          value={typedAt(form.values, path)}
          onChange={(event) => form.setValue(path, event.target.value)}
          onBlur={() => {
            guard.left();
            form.left(path);
          }}
        />
      </div>
      {guard.note !== null && <div id={`${id}-note`}>{guard.note}</div>}
    </FormField>
  );
}
