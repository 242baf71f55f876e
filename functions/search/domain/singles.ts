import type { PublishedTable } from '../../crm-tables/index.ts';
import { type CustomerValues, entriesOf } from './entries-of.ts';
import { singleKey } from './index-keys.ts';

/** The key of an entry that is newer than the blocks. */
export interface Single {
  readonly PK: string;
  readonly SK: string;
}

/**
 * The single entries that a write of a customer needs: those of values that it did not have.
 * @param before the values before; undefined for a new customer
 * @param after the values after: all of a new customer, at least the changed ones of another
 */
export function newSingles(
  table: Pick<PublishedTable, 'prefix' | 'fields' | 'defaultCountry'>,
  customerId: string,
  before: CustomerValues | undefined,
  after: CustomerValues,
): Single[] {
  const keysOf = (values: CustomerValues) =>
    entriesOf(table, customerId, values).map((entry) => singleKey(table.prefix, entry, before === undefined));
  const existing = new Set(before === undefined ? [] : keysOf(before).map(({ SK, PK }) => PK + SK));
  return keysOf(after).filter(({ PK, SK }) => !existing.has(PK + SK));
}
