import { useState } from 'react';
import { useMe } from '../../shared/session/me.ts';
import type { DeskTable } from './desk-table.ts';
import { isSearch, type Search } from './search-model.ts';
import { forget, keep, kept } from './tab-storage.ts';

/** The search of a table that the user carried out last, in this tab. A reload and a look at a customer leave it. */
export function useKeptSearch({ prefix }: DeskTable) {
  const { userId } = useMe();
  const key = [userId, 'search', prefix];
  const [search, setSearch] = useState(() => kept(key, isSearch)?.value);
  return {
    search,
    keepSearch: (next: Search | undefined) => {
      if (next) keep(key, next);
      else forget(key);
      setSearch(next);
    },
  };
}
