import { useTranslation } from 'react-i18next';
import { Heading } from '#renderer/components/heading.tsx';
import type { FigureId } from '#shared/export/week-figures.ts';
import { figureLabel } from '#shared/export/week-words.ts';
import { formatFigure } from './format-figure.ts';
import type { TwoWeeks } from './use-week-count.ts';
import { useLanguage, useWords } from './use-words.ts';
import './headline.css';

/** What happened in a week grows until Sunday; how things stand at its end can be compared on any day. */
const headlines = [
  { id: 'nazorgDone.total', grows: true },
  { id: 'nazorgOverdue.total', grows: false },
  { id: 'atRisk.total', grows: false },
  { id: 'placementsStarted.total', grows: true },
] as const satisfies readonly { readonly id: FigureId; readonly grows: boolean }[];

/** The region's week in four numbers, each beside the week before. */
export function Headline({ current, previous }: TwoWeeks) {
  const { t } = useTranslation('week');
  const words = useWords();
  const language = useLanguage();
  const number = (count: number | null) => formatFigure(count ?? 0, 'count', language);
  const compared = (id: FigureId, grows: boolean): string => {
    if (grows && !current.period.complete) return t('headline.wholeWeekBefore', { n: number(previous.total[id]) });
    const difference = (current.total[id] ?? 0) - (previous.total[id] ?? 0);
    if (difference === 0) return t('headline.same');
    return t(difference > 0 ? 'headline.more' : 'headline.fewer', { difference: number(Math.abs(difference)) });
  };
  return (
    <section className="week-headline" aria-labelledby="week-headline">
      <Heading level={2} id="week-headline" className="visually-hidden">
        {t('headline.title')}
      </Heading>
      <dl className="week-headline__list">
        {headlines.map(({ id, grows }) => (
          <div key={id} className="week-headline__item">
            <dt>{figureLabel(id, words)}</dt>
            <dd className="week-headline__number">{number(current.total[id])}</dd>
            <dd className="week-headline__note">{compared(id, grows)}</dd>
            {id === 'atRisk.total' && (current.total[id] ?? 0) > 0 && (
              <dd className="week-headline__note">{t('headline.ofWhichDropout', { n: number(current.total['atRisk.dreigende-uitval']) })}</dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}
