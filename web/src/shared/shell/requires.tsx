import type { ReactNode } from 'react';
import { type Needs, rejectionOf } from '../session/features-model.ts';
import { useMe } from '../session/me.ts';
import { FeatureOffPage } from './feature-off-page.tsx';
import { NoAccessPage } from './message-pages.tsx';

/** A page for those who have a permission, while its feature is on; others see why not. The API decides in any case. */
export function Requires({
  permission,
  feature,
  account,
  changes = false,
  children,
}: Needs & {
  /** Whether the page is there to change something: absent while a supervisor sees the console as another user. */
  readonly changes?: boolean;
  /** The account of the page, for a feature that is off for it alone. */
  readonly account?: string | undefined;
  readonly children: ReactNode;
}) {
  const me = useMe();
  if (changes && me.viewedBy !== undefined) return <NoAccessPage />;
  const rejection = rejectionOf(me, { permission, feature }, account);
  if (rejection === 'feature-off') return <FeatureOffPage feature={feature} account={account} />;
  return rejection === undefined ? children : <NoAccessPage />;
}
