import type { PublishedTable } from '../../crm-tables/index.ts';
import { type CustomerValues, entriesOf } from './entries-of.ts';
import { singleKey } from './index-keys.ts';

/** An entry that is newer than the blocks. */
export interface Single {
  readonly PK: string;
  readonly SK: string;
  /** The customer's other words; absent if they are not known, and where each word has a single. */
  readonly c?: string;
}

type SearchedTable = Pick<PublishedTable, 'prefix' | 'fields' | 'defaultCountry'>;

function singlesBetween(
  table: SearchedTable,
  customerId: string,
  before: CustomerValues | undefined,
  after: CustomerValues,
  hasContext: boolean,
): Single[] {
  const singlesOf = (values: CustomerValues): Single[] =>
    entriesOf(table, customerId, values).map((entry) => ({
      ...singleKey(table.prefix, entry, before === undefined),
      ...(hasContext && entry.space === 'W' && { c: entry.context }),
    }));
  const existing = new Set(before === undefined ? [] : singlesOf(before).map(({ SK, PK }) => PK + SK));
  return singlesOf(after).filter(({ PK, SK }) => !existing.has(PK + SK));
}

/**
 * The single entries that a write of a customer needs: those of values that it did not have.
 * @param before the values before; undefined for a new customer
 * @param after the values after: all of a new customer, at least the changed ones of another
 */
export const newSingles = (
  table: SearchedTable,
  customerId: string,
  before: CustomerValues | undefined,
  after: CustomerValues,
): Single[] => singlesBetween(table, customerId, before, after, false);

/**
 * The single entries of an edit, whose values before and after are all known: they name the customer's other words. A word
 * that comes later has a single of its own, so that together they tell whether a customer can have several words.
 */
export const editedSingles = (
  table: SearchedTable,
  customerId: string,
  before: CustomerValues,
  after: CustomerValues,
): Single[] => singlesBetween(table, customerId, before, after, true);
