import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './unlock-frame.css';

export interface UnlockFrameProps {
  readonly title?: string;
  readonly lead?: ReactNode;
  /** Puts the focus on the heading; a form with one field takes it itself. */
  readonly focusHeading?: boolean;
  readonly children: ReactNode;
}

/** The calm page around everything that happens before a key is in memory. */
export function UnlockFrame({ title, lead, focusHeading = false, children }: UnlockFrameProps) {
  const { t } = useTranslation(['unlock', 'app']);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title ?? t('documentTitle')} · ${t('app:product')}`;
    if (focusHeading) heading.current?.focus();
  }, [title, focusHeading, t]);
  return (
    <div className="unlock-frame">
      <header className="unlock-frame__brand">
        <p className="unlock-frame__product">{t('app:product')}</p>
        <p>{t('subtitle')}</p>
      </header>
      <main className="unlock-frame__main">
        {title !== undefined && (
          <h1 ref={heading} tabIndex={-1} className="utrecht-heading-1 unlock-frame__title">
            {title}
          </h1>
        )}
        {lead !== undefined && <div className="unlock-frame__lead">{lead}</div>}
        {children}
      </main>
    </div>
  );
}
