import { DomainError } from '../../shared/domain/errors.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { PublishedTableReader } from '../ports.ts';

/** @throws DomainError `crm-table.not-found`, `crm-table.not-published` */
export async function requirePublished(
  ports: { readonly tables: PublishedTableReader },
  tablePrefix: string,
): Promise<PublishedTable> {
  const found = await ports.tables.readPublished(tablePrefix);
  if (found.status === 'published') return found.table;
  if (found.status === 'unknown') throw tableNotFound(tablePrefix);
  throw new DomainError(
    'conflict',
    'crm-table.not-published',
    `CRM table ${tablePrefix} is a draft. Publish it first.`,
  );
}

export function tableNotFound(tablePrefix: string): DomainError {
  return new DomainError('not-found', 'crm-table.not-found', `There is no CRM table ${tablePrefix}.`);
}
