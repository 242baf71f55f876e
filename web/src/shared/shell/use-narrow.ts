import { useSyncExternalStore } from 'react';

/** Cloudscape shows one column below this width. */
const narrow = matchMedia('(max-width: 911px)');

/** Whether the window is too narrow for two columns. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}
