import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { FormSection } from '#renderer/components/form/form-section.tsx';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { longestTrialEnd, ordinaryTrialEnd } from '#shared/domain/placement/trial-limits.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { Day } from '#shared/lib/calendar.ts';
import { isLongTrial, trialWarnings } from './trial-warnings.ts';

export interface TrialSectionProps {
  /** As far as it was typed. */
  readonly facts: PlacementFacts;
  readonly beganOn: Day | null;
  /** This person's other placements at the employer that was chosen. */
  readonly others: readonly PlacementFacts[];
}

/** How long a proefplaatsing takes and what must be so for it to be one, with its limits beside the fields. */
export function TrialSection({ facts, beganOn, others }: TrialSectionProps) {
  const { t } = useTranslation('placement');
  const format = useFormat();
  const form = useForm();
  const longest = beganOn === null ? null : longestTrialEnd(beganOn, others);
  const usual = beganOn === null ? null : ordinaryTrialEnd(beganOn);
  return (
    <FormSection sectionId="trial">
      <PlainFieldView path={['trialThrough']} />
      {usual !== null && longest !== null && longest >= usual && (
        <>
          <p>{t('trial.limits', { usual: format.dayInWords(usual), longest: format.dayInWords(longest) })}</p>
          <ButtonRow>
            <Button appearance="secondary" onClick={() => form.setValue(['trialThrough'], format.day(usual))}>
              {t('trial.usual', { day: format.day(usual) })}
            </Button>
          </ButtonRow>
        </>
      )}
      {isLongTrial(facts) && <PlainFieldView path={['trialReason']} />}
      <PlainFieldView path={['trialConditions']} />
      {trialWarnings(facts, others).map((warning) => (
        <Alert key={warning} kind="warning" title={t(`trial.warning.${warning}`)}>
          <p>{t(`trial.warningText.${warning}`)}</p>
        </Alert>
      ))}
    </FormSection>
  );
}
