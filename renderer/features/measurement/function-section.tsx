import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';

export interface FunctionSectionProps {
  /** 2015-2016: the loonwaarde was a share of the wage of the function. */
  readonly asksFunctieloon: boolean;
}

/** The function that is measured against, and the hours of the contract. */
export function FunctionSection({ asksFunctieloon }: FunctionSectionProps) {
  return (
    <FormSection sectionId="function">
      <FormRow>
        <PlainFieldView path={['normFunction']} />
        <PlainFieldView path={['functionPerformed']} />
      </FormRow>
      <FormRow>
        <PlainFieldView path={['contractHours']} />
        <PlainFieldView path={['fullTimeHours']} />
        <PlainFieldView path={['workingDaysPerWeek']} />
        <PlainFieldView path={['contractBeganOn']} />
      </FormRow>
      {asksFunctieloon && <PlainFieldView path={['functieloon']} />}
    </FormSection>
  );
}
