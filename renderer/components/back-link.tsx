import type { ReactNode } from 'react';
import { TextLink } from './text-link.tsx';
import './back-link.css';

/** Up one level, above the title. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <p className="back-link">
      <TextLink to={to}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M8 1.5L3.5 6 8 10.5" />
        </svg>
        {children}
      </TextLink>
    </p>
  );
}
