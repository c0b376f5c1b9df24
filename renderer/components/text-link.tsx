import { Link, type LinkProps } from 'react-router';
import { classNames } from './class-names.ts';

/** A link inside the app. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <Link {...rest} className={classNames('utrecht-link', 'utrecht-link--html-a', className)} />;
}
