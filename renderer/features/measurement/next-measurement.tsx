import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { Button } from '#renderer/components/button.tsx';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { BoxField } from '#renderer/components/form/box-field.tsx';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { typedAt } from '#shared/forms/change-values.ts';
import { suggestNextMeasurement } from '#shared/domain/loonkostensubsidie/deadlines.ts';
import { yearOf, type Day } from '#shared/lib/calendar.ts';

export interface NextMeasurementProps {
  readonly visitedOn: Day | null;
  readonly beschutWerk: boolean;
}

/** When to look again and how: the product offers, the people choose and say why. */
export function NextMeasurement({ visitedOn, beschutWerk }: NextMeasurementProps) {
  const { t } = useTranslation('measurement');
  const format = useFormat();
  const form = useForm();
  const suggestion = visitedOn === null ? null : suggestNextMeasurement(visitedOn, beschutWerk);
  const isChosen = typedAt(form.values, ['nextMeasurementOn']).trim() !== '';
  return (
    <div className="next-measurement">
      <BoxField path={['nextMeasurementOn']} />
      {suggestion !== null && visitedOn !== null && (
        <>
          <p>{t(`next.why.${suggestion.why}`)}</p>
          <div className="next-measurement__options">
            {suggestion.options.map((option) => (
              <Button key={option} appearance="secondary" onClick={() => form.setValue(['nextMeasurementOn'], format.day(option))}>
                {t('next.option', { count: yearOf(option) - yearOf(visitedOn), day: format.day(option) })}
              </Button>
            ))}
          </div>
        </>
      )}
      {isChosen && form.definition.version > 1 && (
        <>
          <PlainFieldView path={['nextOccasion']} />
          <AreaField path={['nextReason']} rows={1} />
        </>
      )}
    </div>
  );
}
