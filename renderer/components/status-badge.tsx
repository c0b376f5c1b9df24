import type { ReactNode } from 'react';
import './status-badge.css';

export type BadgeTone = 'neutral' | 'info' | 'good' | 'warning' | 'danger';

const looks: Readonly<Record<BadgeTone, string>> = { neutral: 'inactive', info: 'neutral', good: 'safe', warning: 'warning', danger: 'danger' };

/** Always words; the colour only helps who sees it. */
export function StatusBadge({ tone, children }: { readonly tone: BadgeTone; readonly children: ReactNode }) {
  return <span className={`utrecht-status-badge utrecht-status-badge--${looks[tone]} status-badge`}>{children}</span>;
}
