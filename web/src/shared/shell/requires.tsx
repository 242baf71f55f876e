import type { ReactNode } from 'react';
import { type Permission, useMay } from '../session/me.ts';
import { NoAccessPage } from './message-pages.tsx';

/** A page for those who have a permission; others see that they do not have it. The API decides in any case. */
export function Requires({ permission, children }: { readonly permission: Permission; readonly children: ReactNode }) {
  return useMay()(permission) ? children : <NoAccessPage />;
}
