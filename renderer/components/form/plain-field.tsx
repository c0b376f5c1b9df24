import type { FormPath } from '#shared/forms/change-values.ts';
import { itemsOf } from '#shared/forms/form-items.ts';
import { AreaField } from './area-field.tsx';
import { BoxField } from './box-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { fieldAt, listAt, useForm } from './form-context.tsx';
import { MultipleField } from './multiple-field.tsx';
import { SwitchField } from './switch-field.tsx';

/** A field as its definition says, or nothing while it is not asked. */
export function PlainFieldView({ path }: { readonly path: FormPath }) {
  const { definition, asking, values } = useForm();
  const field = fieldAt(definition, path);
  const [id, position] = path;
  const inItem = typeof position === 'number';
  const asked = inItem ? asking.asksInItem(listAt(definition, String(id)), field, itemsOf(values, String(id))[position] ?? {}) : asking.asks(field.id);
  if (!asked) return null;
  switch (field.type) {
    case 'text':
      return <AreaField path={path} />;
    case 'choice':
      // In a line of a list everything stands side by side: a closed list keeps it one line.
      return <ChoiceField path={path} asList={path.length > 1} />;
    case 'multiple':
      return <MultipleField path={path} />;
    case 'switch':
      return <SwitchField path={path} />;
    default:
      return <BoxField path={path} />;
  }
}
