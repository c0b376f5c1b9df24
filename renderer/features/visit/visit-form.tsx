import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { ListField } from '#renderer/components/form/list-field.tsx';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { AgreementList } from './agreement-list.tsx';
import { NextContact } from './next-contact.tsx';
import { WhereSection } from './where-section.tsx';

/** The questions about a visit, in the order in which a visit goes. */
export function VisitForm() {
  return (
    <>
      <FormSection sectionId="when">
        <FormRow>
          <PlainFieldView path={['heldOn']} />
          <PlainFieldView path={['beganAt']} />
          <PlainFieldView path={['durationMinutes']} />
          <PlainFieldView path={['candidateMinutes']} />
        </FormRow>
      </FormSection>
      <WhereSection />
      <FormSection sectionId="work">
        <AreaField path={['observations']} rows={6} />
        <ListField listId="goals" />
        <PlainFieldView path={['risk']} />
        <PlainFieldView path={['sickLeave']} />
      </FormSection>
      <FormSection sectionId="agreements">
        <AgreementList listId="agreements" />
        <NextContact />
      </FormSection>
    </>
  );
}
