import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

export interface HeadingProps extends HTMLAttributes<HTMLHeadingElement> {
  readonly level: 1 | 2 | 3 | 4;
  /** Looks like another level, where the outline and the eye need different things. */
  readonly look?: 1 | 2 | 3 | 4;
}

export function Heading({ level, look = level, className, children, ...rest }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag {...rest} className={classNames(`utrecht-heading-${look}`, className)}>
      {children}
    </Tag>
  );
}
