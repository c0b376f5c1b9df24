import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './alert.css';

export type AlertKind = 'info' | 'ok' | 'warning' | 'error';

export interface AlertProps {
  readonly kind: AlertKind;
  readonly title?: string;
  readonly children?: ReactNode;
  /** `alert` interrupts a screen reader: only for what went wrong just now. */
  readonly role?: 'alert' | 'status';
  readonly className?: string;
}

export function Alert({ kind, title, children, role, className }: AlertProps) {
  return (
    <div role={role} className={classNames('utrecht-alert', `utrecht-alert--${kind}`, 'alert', className)}>
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">
          {title !== undefined && <p className="alert__title">{title}</p>}
          {children}
        </div>
      </div>
    </div>
  );
}
