import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';

/** Where a visit was, with whom, and the way there: the same for one person and for several. */
export function WhereSection() {
  return (
    <FormSection sectionId="where">
      <PlainFieldView path={['place']} />
      <PlainFieldView path={['attendees']} />
      <PlainFieldView path={['contactPerson']} />
      <PlainFieldView path={['activity']} />
      <FormRow>
        <PlainFieldView path={['travelMinutes']} />
        <PlainFieldView path={['travelKilometres']} />
      </FormRow>
    </FormSection>
  );
}
