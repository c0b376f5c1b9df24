import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '#renderer/app/use-format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { timelineOf } from './timeline-registry.ts';

export interface TimelineProps {
  readonly dossier: DossierView;
  readonly format: Format;
  /** Only the newest lines [count]; all of them when left out. */
  readonly most?: number;
  /** After the lines, when there are more than these. */
  readonly more?: (left: number) => ReactNode;
}

/** What happened, newest first, each with what became of it. */
export function Timeline({ dossier, format, most = Number.POSITIVE_INFINITY, more }: TimelineProps) {
  const { t } = useTranslation('candidate');
  const items = useMemo(() => timelineOf(dossier), [dossier]);
  const shown = items.slice(0, most);
  return (
    <section className="timeline">
      <Heading level={2}>{t('timeline.title')}</Heading>
      {items.length === 0 ? (
        <p>{t('timeline.empty')}</p>
      ) : (
        <ol className="timeline__items">
          {shown.map(({ key, on, line }) => (
            <li key={key} className="timeline__item">
              <p className="timeline__day">{on === '' ? '' : format.dayInWords(on)}</p>
              {line}
            </li>
          ))}
        </ol>
      )}
      {shown.length < items.length && more?.(items.length - shown.length)}
    </section>
  );
}
