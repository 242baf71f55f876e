import { deskAddress, type TableAddress } from './address.ts';

/** In this browser, for every visit: the address of a table is no personal data. */
const NAME = 'switchboard.desk-table';

export const rememberTable = (table: TableAddress): void => localStorage.setItem(NAME, deskAddress(table));

/** The table of the last visit, if it is among these. */
export function rememberedTable<Table extends TableAddress>(tables: readonly Table[]): Table | undefined {
  const address = localStorage.getItem(NAME);
  return tables.find((table) => deskAddress(table) === address);
}
