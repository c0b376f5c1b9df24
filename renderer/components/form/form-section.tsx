import { useId, type ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { useFormText } from './form-context.tsx';

export interface FormSectionProps {
  /** A section of the form's definition, which has its title. */
  readonly sectionId: string;
  readonly children: ReactNode;
}

/** Questions that belong together, under their title. */
export function FormSection({ sectionId, children }: FormSectionProps) {
  const text = useFormText();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="form-section">
      <Heading level={2} id={titleId}>
        {text(`${sectionId}.title`)}
      </Heading>
      {children}
    </section>
  );
}

/** Short questions side by side, as far as there is room. */
export function FormRow({ children }: { readonly children: ReactNode }) {
  return <div className="form-row">{children}</div>;
}
