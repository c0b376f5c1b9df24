import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { Button } from '#renderer/components/button.tsx';
import { BoxField } from '#renderer/components/form/box-field.tsx';
import { focusField } from '#renderer/components/form/focus-field.ts';
import { elementIdOf, useForm, useFormText } from '#renderer/components/form/form-context.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { formatDay } from '#renderer/components/format.ts';
import { useCoachingParameters } from '#renderer/features/coaching/use-coaching-parameters.ts';
import { suggestNextContact } from '#shared/domain/coaching/suggest-next-contact.ts';
import { riskSignals } from '#shared/domain/records/visit.ts';
import { typedAt } from '#shared/forms/change-values.ts';
import { parseLooseDay } from '#shared/lib/loose-day.ts';

/** When to be in touch again. A day is suggested once the risk was chosen; taking it is one key. @param of names one person's fields */
export function NextContact({ of = '' }: { readonly of?: string }) {
  const { t } = useTranslation('visit');
  const { values, setValue, moment, language } = useForm();
  const parameters = useCoachingParameters();
  const format = useFormat();
  const text = useFormText();
  const path = [`${of}nextContactOn`];
  // Then the day is asked, and the label does not say that it may stay empty.
  const sickLeave = values[`${of}sickLeave`] === true;
  const risk = riskSignals.find((each) => each === typedAt(values, [`${of}risk`]));
  const heldOn = parseLooseDay(typedAt(values, ['heldOn']), moment.today, 'past');
  const isEmpty = typedAt(values, path).trim() === '';
  const suggested = isEmpty && risk !== undefined && heldOn.ok ? suggestNextContact(parameters, heldOn.value, { risk, sickLeave }) : null;
  return (
    <div className="next-contact">
      {sickLeave ? <BoxField path={path} label={text(`${of}nextContactOn.label`)} /> : <PlainFieldView path={path} />}
      {suggested !== null && (
        <Button
          appearance="subtle"
          onClick={() => {
            setValue(path, formatDay(suggested, language));
            focusField(elementIdOf(path));
          }}
        >
          {t('suggestNextContact', { day: format.dayInWords(suggested) })}
        </Button>
      )}
    </div>
  );
}
