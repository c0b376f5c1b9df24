import { valueAt, type FormPath } from '#shared/forms/change-values.ts';
import { isShown } from '#shared/forms/read-form.ts';
import { AreaField } from './area-field.tsx';
import { BoxField } from './box-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { fieldAt, useForm } from './form-context.tsx';
import { SwitchField } from './switch-field.tsx';

/** A field as its definition says, or nothing while it is not asked. */
export function PlainFieldView({ path }: { readonly path: FormPath }) {
  const { definition, values } = useForm();
  const field = fieldAt(definition, path);
  const condition = field.shownWhen;
  const beside = condition === undefined ? {} : { [condition.field]: valueAt(values, [...path.slice(0, -1), condition.field]) };
  if (!isShown(condition, beside)) return null;
  switch (field.type) {
    case 'text':
      return <AreaField path={path} />;
    case 'choice':
      // In a line of a list everything stands side by side: a closed list keeps it one line.
      return <ChoiceField path={path} asList={path.length > 1} />;
    case 'switch':
      return <SwitchField path={path} />;
    default:
      return <BoxField path={path} />;
  }
}
