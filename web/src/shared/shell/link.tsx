import Link, { type LinkProps } from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { follow } from '../router/use-place.ts';

/** A link to another page of the console. */
export function PageLink({
  href,
  color = 'normal',
  children,
}: {
  readonly href: string;
  /** `inverted` on a notice. */
  readonly color?: LinkProps.Color;
  readonly children: ReactNode;
}) {
  return (
    <Link href={href} color={color} onFollow={follow}>
      {children}
    </Link>
  );
}
