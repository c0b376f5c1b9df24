import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import type { CoachingHalfYear } from '#shared/domain/coaching/coaching-hours.ts';
import { useHours } from './use-hours.ts';

/** How much of the granted time was used: a bar for the eye, and the same in words. */
export function HoursBar({ halfYear }: { readonly halfYear: CoachingHalfYear }) {
  const { t } = useTranslation('coaching');
  const format = useFormat();
  const hours = useHours();
  const { grantedMinutes, usedMinutes, leftMinutes, through, visits } = halfYear;
  const over = leftMinutes < 0;
  return (
    <div className="hours-bar">
      <p className="hours-bar__words" id="hours-words">
        {t('hours.used', { used: hours(usedMinutes), granted: hours(grantedMinutes) })}
      </p>
      {/* The bar says nothing that the words do not. */}
      <progress className={over ? 'hours-bar__bar hours-bar__bar--over' : 'hours-bar__bar'} max={Math.max(grantedMinutes, 1)} value={Math.min(usedMinutes, grantedMinutes)} aria-labelledby="hours-words" />
      <p className={over ? 'hours-bar__left hours-bar__left--over' : 'hours-bar__left'}>
        {t(over ? 'hours.over' : 'hours.left', { hours: hours(Math.abs(leftMinutes)), day: format.dayInWords(through) })} {t('hours.visits', { count: visits })}
      </p>
    </div>
  );
}
