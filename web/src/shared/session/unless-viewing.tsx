import type { ReactNode } from 'react';
import { useIsViewing } from './me.ts';

/** What changes something: absent while a supervisor sees the console as another user. */
export function UnlessViewing({ children }: { readonly children: ReactNode }) {
  return useIsViewing() ? null : children;
}
