import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatDay, formatDayInWords, formatWeekday, momentParts, nearDay } from '#renderer/components/format.ts';
import { useNowMs } from './clock-context.tsx';
import { isLanguage, type Language } from './texts.ts';

export interface Format {
  readonly language: Language;
  /** The device's time at this drawing [ms]. */
  readonly nowMs: number;
  /** 31-12-2026 */
  day(day: string): string;
  /** 31 december 2026 */
  dayInWords(day: string): string;
  /** zondag 22 november */
  weekday(day: string): string;
  /** vandaag, morgen, gisteren, or 31 december 2026 */
  nearDay(day: string): string;
  /** vandaag 14:32, gisteren 09:10, 3 april 14:32. @param atMs [ms] */
  moment(atMs: number): string;
  /** As part of a sentence: om 14:32, gisteren om 09:10, op 3 april om 14:32. @param atMs [ms] */
  at(atMs: number): string;
  /** 15.000 */
  count(count: number): string;
}

/** How this window writes days, times and numbers. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation('app');
  const nowMs = useNowMs();
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'nl';
  return useMemo(
    () => ({
      language,
      nowMs,
      day: (day) => formatDay(day, language),
      dayInWords: (day) => formatDayInWords(day, language),
      weekday: (day) => formatWeekday(day, language),
      nearDay: (day) => {
        const near = nearDay(day, nowMs);
        return near === null ? formatDayInWords(day, language) : t(`near.${near}`);
      },
      moment: (atMs) => {
        const { near, day, time } = momentParts(atMs, nowMs, language);
        return t('moment.short', { day: near === null ? day : t(`near.${near}`), time });
      },
      at: (atMs) => {
        const { near, day, time } = momentParts(atMs, nowMs, language);
        if (near === 'today') return t('moment.atTime', { time });
        return near === null ? t('moment.atDay', { day, time }) : t('moment.atNear', { day: t(`near.${near}`), time });
      },
      count: (count) => formatCount(count, language),
    }),
    [t, language, nowMs],
  );
}
