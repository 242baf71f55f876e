import { DomainError } from '../../shared/domain/errors.ts';
import type { CrmTableRepository, TableWithDraft } from '../ports.ts';

/** The account in the path must be the table's own. */
export interface TablePath {
  readonly accountPrefix: string;
  readonly prefix: string;
}

/** @throws DomainError `crm-table.not-found`, also for a table of another account */
export async function getTable(
  ports: { readonly tables: Pick<CrmTableRepository, 'read'> },
  { accountPrefix, prefix }: TablePath,
): Promise<TableWithDraft> {
  const found = await ports.tables.read(accountPrefix, prefix);
  if (found) return found;
  throw new DomainError('not-found', 'crm-table.not-found', `The account ${accountPrefix} has no CRM table ${prefix}.`);
}
