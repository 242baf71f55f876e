import { useSyncExternalStore } from 'react';
import type { Place } from './guarded-history.ts';
import { guardedHistory } from './history.ts';

const currentPlace = () => guardedHistory.place;

/** The address of the page that is shown. */
export function usePlace(): Place {
  return useSyncExternalStore(guardedHistory.subscribe, currentPlace);
}

/** The location hook of wouter, on the guarded history. */
export const useLocation = (): [string, (address: string, options?: { readonly replace?: boolean }) => void] => [
  usePlace().path,
  navigate,
];
useLocation.searchHook = (): string => usePlace().search;

export const navigate = (address: string, options?: { readonly replace?: boolean }): void =>
  guardedHistory.navigate(address, options);

/** For Cloudscape's `onFollow`: stays in the console instead of loading the page again. */
export function follow(event: {
  preventDefault(): void;
  readonly detail: { readonly href?: string; readonly external?: boolean };
}): void {
  const { href, external } = event.detail;
  if (href === undefined || external) return;
  event.preventDefault();
  navigate(href);
}
