import { DomainError } from '../../shared/domain/errors.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { CrmTableRepository, PublishedTableReader } from '../ports.ts';
import { getTable, type TablePath } from './get-table.ts';

/** @throws DomainError `crm-table.not-found`, `crm-table.version-not-found` */
export async function getVersion(
  deps: { readonly tables: Pick<CrmTableRepository, 'read'>; readonly versions: PublishedTableReader },
  path: TablePath,
  version: number,
): Promise<PublishedTable> {
  const { table } = await getTable(deps, path);
  const found = await deps.versions.readVersion(table.prefix, version);
  if (found) return found;
  throw new DomainError('not-found', 'crm-table.version-not-found', `${table.prefix} has no version ${version}.`);
}
