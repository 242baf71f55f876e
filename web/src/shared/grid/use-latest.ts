import { useCallback, useRef } from 'react';

/** A function that stays the same, and calls the latest one: components that compare their properties are not drawn again. */
export function useLatest<Args extends readonly unknown[], Result>(
  action: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(action);
  latest.current = action;
  return useCallback((...args: Args) => latest.current(...args), []);
}
