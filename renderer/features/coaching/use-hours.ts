import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Minutes as people say them: "37 uur en 30 minuten", "45 minuten". */
export function useHours(): (minutes: number) => string {
  const { t } = useTranslation('coaching');
  return useCallback(
    (minutes) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      if (hours === 0) return t('duration.minutes', { count: rest });
      return rest === 0 ? t('duration.hours', { count: hours }) : t('duration.both', { hours: t('duration.hours', { count: hours }), minutes: t('duration.minutes', { count: rest }) });
    },
    [t],
  );
}
