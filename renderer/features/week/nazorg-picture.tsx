import { useTranslation } from 'react-i18next';
import type { WeekCount } from '#shared/export/week.ts';
import { figureLabel, placeLabel } from '#shared/export/week-words.ts';
import { formatFigure } from './format-figure.ts';
import { useLanguage, useWords } from './use-words.ts';
import './nazorg-picture.css';

const bars = ['nazorgDone.total', 'nazorgOverdue.total'] as const;

const barClass = (id: (typeof bars)[number]): string => `week-picture__bar week-picture__bar--${id === 'nazorgDone.total' ? 'done' : 'overdue'}`;

/** Nazorg done and overdue per municipality, for who would rather look than read; the table beside it has the same numbers. */
export function NazorgPicture({ count }: { readonly count: WeekCount }) {
  const { t } = useTranslation('week');
  const words = useWords();
  const language = useLanguage();
  const longest = Math.max(1, ...count.places.flatMap(({ figures }) => bars.map((id) => figures[id] ?? 0)));
  return (
    <figure className="week-picture">
      <figcaption className="visually-hidden">{t('section.nazorgPicture')}</figcaption>
      <div aria-hidden="true">
        <ul className="week-picture__legend">
          {bars.map((id) => (
            <li key={id}>
              <span className={barClass(id)} />
              {figureLabel(id, words)}
            </li>
          ))}
        </ul>
        {count.places.map(({ place, figures }) => (
          <div key={place} className="week-picture__place">
            <span>{placeLabel(place, words)}</span>
            <div>
              {bars.map((id) => (
                <div key={id} className="week-picture__line">
                  {(figures[id] ?? 0) > 0 && <span className={barClass(id)} style={{ inlineSize: `calc((100% - 3rem) * ${(figures[id] ?? 0) / longest})` }} />}
                  <span>{formatFigure(figures[id] ?? 0, 'count', language)}</span>
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
    </figure>
  );
}
