import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import type { IsoWeek } from '#shared/lib/calendar.ts';
import { addWeeks, compareWeeks, parseWeekName, weekName } from '#shared/export/week-name.ts';
import { useLanguage } from './use-words.ts';
import { weekRangeWords } from './week-range-text.ts';
import './week-chooser.css';

export interface WeekChooserProps {
  readonly chosen: IsoWeek;
  /** The running week: there is nothing to count after it. */
  readonly latest: IsoWeek;
  readonly onChoose: (week: IsoWeek) => void;
}

/** A year of weeks to choose from; an older one has its own address. */
const weeksBack = 60;

export function WeekChooser({ chosen, latest, onChoose }: WeekChooserProps) {
  const { t } = useTranslation('week');
  const language = useLanguage();
  const id = useId();
  const isLatest = compareWeeks(chosen, latest) >= 0;
  const weeks = Array.from({ length: weeksBack }, (_, back) => addWeeks(latest, -back));
  if (!weeks.some((week) => compareWeeks(week, chosen) === 0)) weeks.push(chosen);

  return (
    <div className="week-chooser">
      <Button className="week-chooser__previous" onClick={() => onChoose(addWeeks(chosen, -1))}>
        {t('choose.previous')}
      </Button>
      <div className="week-chooser__select">
        <label htmlFor={id} className="visually-hidden">
          {t('choose.label')}
        </label>
        <Select id={id} value={weekName(chosen)} onChange={(event) => onChoose(parseWeekName(event.target.value) ?? chosen)}>
          {weeks.map((week) => (
            <option key={weekName(week)} value={weekName(week)}>
              {t('choose.option', { week: week.week, ...weekRangeWords(week, language, 'short') })}
            </option>
          ))}
        </Select>
      </div>
      {/* Not `disabled`: whoever arrives here by keyboard must not lose the focus. */}
      <Button className="week-chooser__next" aria-disabled={isLatest} onClick={() => !isLatest && onChoose(addWeeks(chosen, 1))}>
        {t('choose.next')}
      </Button>
    </div>
  );
}
