import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { follow } from '../router/use-place.ts';

/** A link to another page of the console. */
export function PageLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} onFollow={follow}>
      {children}
    </Link>
  );
}
