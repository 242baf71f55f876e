import type { CurrentFields, CurrentFieldsReader } from '../ports.ts';
import { tableNotFound } from './require-published.ts';

/** @throws DomainError `crm-table.not-found` */
export async function requireFields(
  { tables }: { readonly tables: CurrentFieldsReader },
  tablePrefix: string,
): Promise<CurrentFields> {
  const found = await tables.readCurrentFields(tablePrefix);
  if (found) return found;
  throw tableNotFound(tablePrefix);
}
