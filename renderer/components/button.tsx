import type { Ref } from 'react';
import { Button as UtrechtButton, type ButtonProps as UtrechtButtonProps } from '@utrecht/button-react';

export type ButtonAppearance = 'primary' | 'secondary' | 'subtle';

export interface ButtonProps extends Omit<UtrechtButtonProps, 'appearance' | 'hint'> {
  readonly appearance?: ButtonAppearance;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** At most one primary button on a screen: it is the thing to do next. */
export function Button({ appearance = 'secondary', ...rest }: ButtonProps) {
  const utrecht = appearance === 'primary' ? 'primary-action-button' : appearance === 'subtle' ? 'subtle-button' : 'secondary-action-button';
  return <UtrechtButton {...rest} appearance={utrecht} />;
}
