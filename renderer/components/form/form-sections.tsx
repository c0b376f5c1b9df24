import type { ReactNode } from 'react';
import type { FormField, FormSection as SectionOfForm } from '#shared/forms/form-definition.ts';
import { useForm } from './form-context.tsx';
import { FormSection } from './form-section.tsx';
import { ListField } from './list-field.tsx';
import { PlainFieldView } from './plain-field.tsx';
import { SuggestionBox } from './suggestion-box.tsx';

export interface FormSectionsProps {
  /** Fields that the page itself takes care of. */
  readonly hidden?: readonly string[];
  /** Stands at the end of a section. */
  readonly after?: (sectionId: string) => ReactNode;
}

const noneHidden: readonly string[] = [];

/** A whole form as its definition says, for questions that no release knows: sections without a question are left out. */
export function FormSections({ hidden = noneHidden, after }: FormSectionsProps) {
  const { definition, asking } = useForm();
  const asked = ({ fields }: SectionOfForm) => fields.filter(({ id }) => asking.asks(id) && !hidden.includes(id));
  return definition.sections
    .filter((section) => asked(section).length > 0)
    .map((section) => (
      <FormSection key={section.id} sectionId={section.id}>
        {asked(section).map((field) => (
          <AskedField key={field.id} field={field} />
        ))}
        {after?.(section.id)}
      </FormSection>
    ));
}

function AskedField({ field }: { readonly field: FormField }) {
  if (field.type === 'list') return <ListField listId={field.id} />;
  return (
    <>
      <SuggestionBox fieldId={field.id} />
      <PlainFieldView path={[field.id]} />
    </>
  );
}
