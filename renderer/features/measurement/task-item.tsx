import { useTranslation } from 'react-i18next';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { BoxField } from '#renderer/components/form/box-field.tsx';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { SwitchField } from '#renderer/components/form/switch-field.tsx';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { FactorName, LoonwaardeMethod } from '#shared/domain/loonwaarde/methods.ts';
import { typedAt } from '#shared/forms/change-values.ts';
import { readCounts } from '#shared/forms/read-field.ts';
import { TaskTimer } from './task-timer.tsx';
import type { TaskCheck } from './task-checks.ts';
import { useDecimal } from './use-decimal.ts';

export interface TaskItemProps {
  readonly position: number;
  readonly check: TaskCheck;
  readonly method: LoonwaardeMethod;
  /** On the work floor; what is taken over from paper is not timed any more. */
  readonly timed: boolean;
}

/** One hoofdtaak: its four numbers in one row, an explanation for each that is below 100, and what it brings. */
export function TaskItem({ position, check, method, timed }: TaskItemProps) {
  const { t } = useTranslation('measurement');
  const form = useForm();
  const sentenceOf = useSentenceOf();
  const decimal = useDecimal();
  const at = (field: string) => ['hoofdtaken', position, field] as const;

  /** Only the percentage stays in the field; what was counted is its explanation. */
  const keepCounts = (factor: FactorName, typed: string) => {
    const counts = timed ? readCounts(typed) : null;
    const place = at(`${factor}Explanation`);
    if (counts?.ok === true && typedAt(form.values, place).trim() === '') {
      form.setValue(place, t('counted', { made: decimal(counts.value.made), norm: decimal(counts.value.norm) }));
    }
  };

  return (
    <div className="task">
      <BoxField path={at('name')} />
      <div className="task__numbers">
        <BoxField path={at('aandeel')} />
        {method.factors.map((factor) => (
          <BoxField key={factor} path={at(factor)} onLeave={(typed) => keepCounts(factor, typed)} />
        ))}
        <p className="task__result">
          {check.contribution !== null && (
            <>
              <span className="task__result-label">{t('contribution')}</span> <strong>{decimal(check.contribution)} %</strong>
            </>
          )}
        </p>
      </div>
      {method.factors.filter((factor) => check.explained.includes(factor)).map((factor) => (
        <AreaField key={factor} path={at(`${factor}Explanation`)} rows={1} />
      ))}
      {check.sameTwice && timed && (
        <div className="task__question">
          <p>{sentenceOf({ code: 'loonwaarde.sameExplanationTwice' })}</p>
          <SwitchField path={at('countedOnce')} />
        </div>
      )}
      {timed && <TaskTimer position={position} />}
    </div>
  );
}
