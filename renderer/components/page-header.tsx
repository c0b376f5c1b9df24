import { useEffect, useRef, type ReactNode } from 'react';
import './page-header.css';

export interface PageHeaderProps {
  readonly title: string;
  /** What the window's title says; the same as the heading unless that would put a name in the window list. */
  readonly documentTitle: string;
  readonly lead?: ReactNode;
  /** Above the title: where one came from. */
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
  /** False when the screen puts the focus somewhere better, such as back on the row one came from. */
  readonly takesFocus?: boolean;
}

/** Names the page for eyes, window list and screen reader: sets the title and, on arrival, moves the focus to the heading. */
export function PageHeader({ title, documentTitle, lead, back, actions, takesFocus = true }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${documentTitle} · Veldwerk`;
  }, [documentTitle]);
  useEffect(() => {
    // Only on arrival: a title that changes later must not pull the focus out of a field.
    if (takesFocus) heading.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className="page-header">
      <div className="page-header__text">
        {back}
        <h1 ref={heading} tabIndex={-1} className="utrecht-heading-1 page-header__title">
          {title}
        </h1>
        {lead !== undefined && <div className="page-header__lead">{lead}</div>}
      </div>
      {actions !== undefined && <div className="page-header__actions">{actions}</div>}
    </div>
  );
}
