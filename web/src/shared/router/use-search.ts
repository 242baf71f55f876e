import { useMemo } from 'react';
import { changedSearch } from './search-model.ts';
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
      const next = changedSearch(search, changes);
      navigate(next === '' ? path : `${path}?${next}`, options);
    },
  ];
}
