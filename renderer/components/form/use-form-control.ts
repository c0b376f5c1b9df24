import { useMemo } from 'react';
import { askingOf } from '#shared/forms/asking.ts';
import { withItem, withoutItem, withValue } from '#shared/forms/change-values.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormControl } from './form-context.tsx';

export interface FormControlParts extends Pick<FormControl, 'definition' | 'language' | 'moment' | 'values' | 'errorAt' | 'left'> {
  /** Makes the next values from the newest: two changes in one event build on each other. */
  readonly change: (next: (values: FormValues) => FormValues) => void;
}

/** What the fields of a form need of it, wherever its values are kept. The functions must be the same on every draw. */
export function useFormControl({ definition, language, moment, values, errorAt, left, change }: FormControlParts): FormControl {
  return useMemo(
    () => ({
      definition,
      language,
      moment,
      values,
      errorAt,
      left,
      asking: askingOf(definition, values),
      setValue: (path, value) => change((now) => withValue(now, path, value)),
      addItem: (listId, position, item) => change((now) => withItem(now, listId, position, item)),
      removeItem: (listId, position) => change((now) => withoutItem(now, listId, position)),
    }),
    [definition, language, moment, values, errorAt, left, change],
  );
}
