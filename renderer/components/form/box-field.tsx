import type { TextboxTypes } from '@utrecht/textbox-react';
import { typedAt, type FormPath } from '#shared/forms/change-values.ts';
import type { PlainField } from '#shared/forms/read-field.ts';
import { TextField } from '../field.tsx';
import { elementIdOf, fieldAt, useForm, useHint, useLabel } from './form-context.tsx';
import { useTextGuard } from './text-guard.tsx';
import { dayInFull, normalise } from './normalise.ts';

export interface BoxFieldProps {
  readonly path: FormPath;
  /** Before it is put in its lasting form: '70/80' says more than the '87,5' that takes its place. */
  readonly onLeave?: (typed: string) => void;
  /** In place of the form's own words, where the place on the screen says more. */
  readonly label?: string;
}

/** One line to type in: text, days, times, numbers. What was typed loosely takes its lasting form when the field is left. */
export function BoxField({ path, onLeave, label }: BoxFieldProps) {
  const form = useForm();
  const field = fieldAt(form.definition, path);
  const hint = useHint(field.id);
  const typed = typedAt(form.values, path);
  const guard = useTextGuard(field, typed);
  const ownLabel = useLabel(path);
  return (
    <TextField
      id={elementIdOf(path)}
      className={`form-box form-box--${field.type}`}
      label={label ?? ownLabel}
      description={dayInFull(field, typed, form.moment, form.language) ?? hint}
      error={form.errorAt(path)}
      note={guard.note}
      type={boxTypes[purposeOf(field)] ?? 'text'}
      inputMode={inputModes[field.type]}
      autoComplete="off"
      value={typed}
      onChange={(event) => form.setValue(path, event.target.value)}
      onBlur={() => {
        onLeave?.(typed);
        const lasting = normalise(field, typed, form.moment, form.language);
        if (lasting !== typed) form.setValue(path, lasting);
        guard.left();
        form.left(path);
      }}
    />
  );
}

const boxTypes: Readonly<Record<string, TextboxTypes>> = { email: 'email', tel: 'tel' };
const purposeOf = (field: PlainField): string => (field.type === 'line' ? (field.purpose ?? '') : '');

/** A keyboard with digits still offers comma and slash where they are needed. */
const inputModes: Partial<Record<PlainField['type'], 'decimal'>> = { hours: 'decimal', kilometres: 'decimal' };
