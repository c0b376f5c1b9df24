import type { ReactNode } from 'react';
import { Heading } from './heading.tsx';
import './empty-state.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing to show, why that is, and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Heading level={2} look={3}>
        {title}
      </Heading>
      {children !== undefined && <div className="empty-state__text">{children}</div>}
      {action}
    </div>
  );
}
