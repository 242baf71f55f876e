import { useMemo } from 'react';
import { navigate, usePlace } from './use-place.ts';

/**
 * Reads and writes the parameters of the address, so that a reload and a step back show the same.
 * @returns the parameters, and a function that changes some of them; undefined or an empty string removes one
 */
export function useSearch(): [
  URLSearchParams,
  (changes: Readonly<Record<string, string | undefined>>, options?: { readonly replace?: boolean }) => void,
] {
  const { path, search } = usePlace();
  const parameters = useMemo(() => new URLSearchParams(search), [search]);
  return [
    parameters,
    (changes, options) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      navigate(next.size === 0 ? path : `${path}?${next}`, options);
    },
  ];
}
