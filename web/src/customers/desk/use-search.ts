import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../shared/api/api-error.ts';
import { navigate } from '../../shared/router/use-place.ts';
import type { Faults } from '../fields-model.ts';
import { customerAddress } from './address.ts';
import type { DeskTable } from './desk-table.ts';
import { useHits, useSearching } from './queries.ts';
import { conditionsOf, type Hit, NOTHING_TYPED, type Search, searchFaults, type Typed } from './search-model.ts';
import { DESK } from './text.ts';
import { useKeptSearch } from './use-kept-search.ts';

const NO_HITS: readonly Hit[] = [];

/** What is typed, the search that was carried out, and its matches. */
export function useSearch(table: DeskTable) {
  const { search, keepSearch } = useKeptSearch(table);
  const [opening] = useState(search);
  const [typed, setTyped] = useState<Typed>(search ?? NOTHING_TYPED);
  const [isBlank, setBlank] = useState(false);
  const carryOut = useSearching(table);
  const found = useHits(table, search);
  const open = (customerId: string, from: Search | undefined = search) => {
    if (from) keepSearch({ ...from, opened: customerId });
    navigate(customerAddress(table, customerId));
  };
  const awaited = useRef<string>(undefined);
  const awaitNothing = () => {
    awaited.current = undefined;
  };
  useEffect(
    () => () => {
      awaited.current = undefined;
    },
    [],
  );
  /** One match is opened at once, unless the user has gone on meanwhile; several are never chosen from without the user. */
  const carryOutAndOpen = async (next: Search) => {
    awaited.current = next.id;
    const { hits, hasMore } = await carryOut(next);
    const [only] = hits;
    if (awaited.current === next.id && only && hits.length === 1 && !hasMore) open(only.customerId, next);
  };
  return {
    ...{ search, typed, found, open },
    hits: found.hits ?? NO_HITS,
    /** Whether the page opens with the cursor in the box: there is no match to go back to, for instance after its deletion. */
    hasBoxFocus: search?.opened === undefined || found.hits?.length === 0,
    /** Whether the search was carried out on this page, and not before a reload or a look at a customer. */
    isNew: search?.id !== opening?.id,
    faults: isBlank ? { text: DESK.nothingTyped } : faultsOf(found.error, search, table),
    setTyped: (next: Typed) => {
      setTyped(next);
      setBlank(false);
    },
    run: () => {
      const { text, fields } = typed;
      if (!conditionsOf(typed, table.searchable)) {
        // The list of the search before would look like the answer.
        awaitNothing();
        keepSearch(undefined);
        return setBlank(true);
      }
      const next = { id: crypto.randomUUID(), text, fields };
      keepSearch(next);
      // The page shows why a search has failed.
      carryOutAndOpen(next).catch(() => undefined);
    },
    clear: () => {
      awaitNothing();
      keepSearch(undefined);
      setTyped(NOTHING_TYPED);
      setBlank(false);
    },
  };
}

export type SearchState = ReturnType<typeof useSearch>;

function faultsOf(error: Error | null, search: Search | undefined, { searchable }: DeskTable): Faults {
  if (!(error instanceof ApiError) || !search) return {};
  return searchFaults(error.violations, conditionsOf(search, searchable) ?? {});
}
