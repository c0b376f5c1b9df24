import { Link, type LinkProps } from 'react-router';
import { classNames } from './class-names.ts';

export interface ActionLinkProps extends LinkProps {
  readonly appearance?: 'primary' | 'secondary' | 'subtle';
}

/** Goes somewhere and looks like a button, because it is the thing to do next. */
export function ActionLink({ appearance = 'secondary', className, ...rest }: ActionLinkProps) {
  return (
    <Link
      {...rest}
      className={classNames('utrecht-button-link', 'utrecht-button-link--html-a', appearance === 'subtle' ? 'utrecht-button-link--subtle' : `utrecht-button-link--${appearance}-action`, className)}
    />
  );
}
