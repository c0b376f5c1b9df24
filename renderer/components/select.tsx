import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import './select.css';

export interface SelectProps extends ComponentProps<'select'> {
  readonly invalid?: boolean;
}

/** The browser's own list in the theme's box. The theme takes the arrow away; this gives it back. */
export function Select({ className, invalid = false, ...rest }: SelectProps) {
  return <select {...rest} className={classNames('utrecht-select', 'utrecht-select--html-select', 'select', invalid && 'utrecht-select--invalid', className)} aria-invalid={invalid || undefined} />;
}
