import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Heading } from './heading.tsx';
import './waiting-work.css';

export interface WaitingWorkProps {
  readonly title: string;
  /** What is asked of the reader. */
  readonly lead: string;
  /** What waits for a decision; null when nothing does, and then there is no title either. */
  readonly open: ReactNode;
  readonly earlierTitle: string;
  /** What was decided before, one click away; null when nothing was. */
  readonly earlier: ReactNode;
}

/** Work in a file that waits until somebody decides about it, and what was decided. */
export function WaitingWork({ title, lead, open, earlierTitle, earlier }: WaitingWorkProps) {
  if (open === null && earlier === null) return null;
  return (
    <section className="waiting-work">
      {open !== null && (
        <>
          <Heading level={2}>{title}</Heading>
          <p>{lead}</p>
          {open}
        </>
      )}
      {earlier !== null && (
        <details>
          <summary className="waiting-work__earlier">{earlierTitle}</summary>
          {earlier}
        </details>
      )}
    </section>
  );
}

export interface WaitingWorkCardProps {
  readonly tone: 'info' | 'warning';
  readonly title: string;
  readonly children: ReactNode;
}

/** One piece of it. */
export function WaitingWorkCard({ tone, title, children }: WaitingWorkCardProps) {
  return (
    <article className={classNames('waiting-work__card', tone === 'warning' && 'waiting-work__card--warning')}>
      <Heading level={3}>{title}</Heading>
      {children}
    </article>
  );
}
