import { useTranslation } from 'react-i18next';
import { Heading } from '#renderer/components/heading.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import type { FigureId } from '#shared/export/week-figures.ts';
import { figureLabel } from '#shared/export/week-words.ts';
import type { TwoWeeks } from './use-week-count.ts';
import { useWords } from './use-words.ts';

const headlineIds = ['nazorgDone.total', 'nazorgOverdue.total', 'atRisk.total', 'placementsStarted.total'] as const satisfies readonly FigureId[];

/** The region's week in four numbers, each beside the week before. */
export function Headline({ current, previous }: TwoWeeks) {
  const { t } = useTranslation('week');
  const words = useWords();
  const format = useFormat();
  const compared = (id: FigureId): string => {
    const difference = (current.total[id] ?? 0) - (previous.total[id] ?? 0);
    if (difference === 0) return t('headline.same');
    return t(difference > 0 ? 'headline.more' : 'headline.fewer', { difference: format.count(Math.abs(difference)) });
  };
  return (
    <section className="week-headline" aria-labelledby="week-headline">
      <Heading level={2} id="week-headline" className="visually-hidden">
        {t('headline.title')}
      </Heading>
      <dl className="week-headline__list">
        {headlineIds.map((id) => (
          <div key={id} className="week-headline__item">
            <dt>{figureLabel(id, words)}</dt>
            <dd className="week-headline__number">{format.count(current.total[id] ?? 0)}</dd>
            {id === 'atRisk.total' && (current.total[id] ?? 0) > 0 && (
              <dd className="week-headline__note">{t('headline.ofWhichDropout', { count: current.total['atRisk.dreigende-uitval'] ?? 0, n: format.count(current.total['atRisk.dreigende-uitval'] ?? 0) })}</dd>
            )}
            <dd className="week-headline__note">{compared(id)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
