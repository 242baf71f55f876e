import type { ReactNode } from 'react';
import type { Feature } from '../session/features-model.ts';
import { type Permission, useIsOn, useMay } from '../session/me.ts';
import { NoAccessPage, NotFoundPage } from './message-pages.tsx';

/**
 * A page for those who have a permission; others see that they do not have it. A page of a feature that is off does not
 * exist. The API decides in any case.
 */
export function Requires({
  permission,
  feature,
  account,
  children,
}: {
  readonly permission: Permission;
  readonly feature?: Feature;
  /** The account of the page, for a feature that is off for it alone. */
  readonly account?: string;
  readonly children: ReactNode;
}) {
  const isOn = useIsOn();
  const may = useMay();
  if (feature !== undefined && !isOn(feature, account)) return <NotFoundPage />;
  return may(permission) ? children : <NoAccessPage />;
}
