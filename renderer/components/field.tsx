import { useId, type ReactNode, type Ref } from 'react';
import { FormField } from '@utrecht/form-field-react';
import { FormFieldDescription } from '@utrecht/form-field-description-react';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import { FormLabel } from '@utrecht/form-label-react';
import { Textbox, type TextboxProps } from '@utrecht/textbox-react';
import './field.css';

export interface TextFieldProps extends Omit<TextboxProps, 'invalid' | 'id'> {
  readonly label: string;
  readonly description?: ReactNode | undefined;
  /** The sentence beside the field; what was typed stays. */
  readonly error?: string | null;
  /** Below the box: what is worth a second look and stops nobody. */
  readonly note?: ReactNode;
  /** A fixed id, when an error list links to it. */
  readonly id?: string;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** Label above, explanation between, error right above the box: read in that order by everyone. */
export function TextField({ label, description, error = null, note, id, ...box }: TextFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const hasNote = note !== undefined && note !== null;
  const describedBy = [description !== undefined && `${inputId}-description`, error !== null && `${inputId}-error`, hasNote && `${inputId}-note`].filter(Boolean).join(' ');
  return (
    <FormField
      className="field"
      invalid={error !== null}
      label={<FormLabel htmlFor={inputId}>{label}</FormLabel>}
      description={description !== undefined && <FormFieldDescription id={`${inputId}-description`}>{description}</FormFieldDescription>}
    >
      {error !== null && <FormFieldErrorMessage id={`${inputId}-error`}>{error}</FormFieldErrorMessage>}
      <div className="field__control">
        <Textbox {...box} id={inputId} invalid={error !== null} aria-describedby={describedBy === '' ? undefined : describedBy} />
      </div>
      {hasNote && <div id={`${inputId}-note`}>{note}</div>}
    </FormField>
  );
}
