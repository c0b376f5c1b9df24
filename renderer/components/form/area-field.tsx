import { useTranslation } from 'react-i18next';
import { FormField } from '@utrecht/form-field-react';
import { FormFieldDescription } from '@utrecht/form-field-description-react';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import { FormLabel } from '@utrecht/form-label-react';
import { typedAt, type FormPath } from '#shared/forms/change-values.ts';
import { classNames } from '../class-names.ts';
import { describedBy } from './described-by.ts';
import { elementIdOf, fieldAt, useForm, useFormText, useHint } from './form-context.tsx';

export interface AreaFieldProps {
  readonly path: FormPath;
  readonly rows?: number;
}

/** Room for a story; it grows with what is written. */
export function AreaField({ path, rows = 4 }: AreaFieldProps) {
  const { t } = useTranslation('form');
  const form = useForm();
  const text = useFormText();
  const field = fieldAt(form.definition, path);
  const id = elementIdOf(path);
  const hint = useHint(field.id);
  const error = form.errorAt(path);
  const label = text(`${field.id}.label`);
  return (
    <FormField
      className="field form-area"
      invalid={error !== null}
      label={<FormLabel htmlFor={id}>{field.required === true || path.length > 1 ? label : t('optional', { label })}</FormLabel>}
      description={hint !== undefined && <FormFieldDescription id={`${id}-description`}>{hint}</FormFieldDescription>}
    >
      {error !== null && <FormFieldErrorMessage id={`${id}-error`}>{error}</FormFieldErrorMessage>}
      <div className="utrecht-form-field__input">
        <textarea
          id={id}
          className={classNames('utrecht-textarea', 'utrecht-textarea--html-textarea', error !== null && 'utrecht-textarea--invalid')}
          rows={rows}
          dir="auto"
          aria-invalid={error !== null || undefined}
          aria-describedby={describedBy(id, hint, error)}
          value={typedAt(form.values, path)}
          onChange={(event) => form.setValue(path, event.target.value)}
          onBlur={() => form.left(path)}
        />
      </div>
    </FormField>
  );
}
