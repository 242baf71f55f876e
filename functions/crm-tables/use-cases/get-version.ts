import { DomainError } from '../../shared/domain/errors.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { CrmTableRepository, PublishedTableReader } from '../ports.ts';
import { getTable, type TablePath } from './get-table.ts';

/** @throws DomainError `crm-table.version-not-found` */
export async function readVersion(
  versions: Pick<PublishedTableReader, 'readVersion'>,
  { prefix }: Pick<CrmTable, 'prefix'>,
  version: number,
): Promise<PublishedTable> {
  const found = await versions.readVersion(prefix, version);
  if (found) return found;
  throw new DomainError('not-found', 'crm-table.version-not-found', `CRM table ${prefix} has no version ${version}.`);
}

/** @throws DomainError `crm-table.not-found`, `crm-table.version-not-found` */
export async function getVersion(
  ports: { readonly tables: Pick<CrmTableRepository, 'read'>; readonly versions: PublishedTableReader },
  path: TablePath,
  version: number,
): Promise<PublishedTable> {
  const { table } = await getTable(ports, path);
  return readVersion(ports.versions, table, version);
}
