import type { FormDefinition } from '#shared/forms/form-definition.ts';
import { FormSection } from './form-section.tsx';
import { ListField } from './list-field.tsx';
import { PlainFieldView } from './plain-field.tsx';

/** Every question of a form under the titles of its sections: for forms that need no layout of their own. */
export function FormFields({ definition }: { readonly definition: FormDefinition }) {
  return definition.sections.map((section) => (
    <FormSection key={section.id} sectionId={section.id}>
      {section.fields.map((field) => (field.type === 'list' ? <ListField key={field.id} listId={field.id} /> : <PlainFieldView key={field.id} path={[field.id]} />))}
    </FormSection>
  ));
}
