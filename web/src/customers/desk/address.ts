/** A CRM table of the desk. */
export interface TableAddress {
  readonly accountPrefix: string;
  readonly prefix: string;
}

/** What of a CRM table the desk shows. */
export type DeskPlace = TableAddress &
  ({ readonly view: 'search' | 'new' } | { readonly view: 'customer'; readonly customerId: string });

const PATH = /^\/desk\/([^/]+)\/([^/]+)(?:\/(new)|\/customers\/([^/]+))?\/?$/;

export const deskAddress = ({ accountPrefix, prefix }: TableAddress): string => `/desk/${accountPrefix}/${prefix}`;
export const newAddress = (table: TableAddress): string => `${deskAddress(table)}/new`;
/** The form for a new customer with what was searched. The address names the search, and never what was typed. */
export const searchedNewAddress = (table: TableAddress, searchId: string): string =>
  `${newAddress(table)}?search=${encodeURIComponent(searchId)}`;
/** A Customer ID may contain a slash. */
export const customerAddress = (table: TableAddress, customerId: string): string =>
  `${deskAddress(table)}/customers/${encodeURIComponent(customerId)}`;

/** @returns undefined for an address that the desk does not have */
export function placeOf(path: string): DeskPlace | undefined {
  const [, accountPrefix, prefix, form, id] = PATH.exec(path) ?? [];
  if (accountPrefix === undefined || prefix === undefined) return undefined;
  const table = { accountPrefix, prefix };
  if (form !== undefined) return { ...table, view: 'new' };
  if (id === undefined) return { ...table, view: 'search' };
  const customerId = decoded(id);
  return customerId === undefined ? undefined : { ...table, view: 'customer', customerId };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
