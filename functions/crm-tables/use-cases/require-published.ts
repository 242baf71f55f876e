import { DomainError } from '../../shared/domain/errors.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { PublishedTableReader } from '../ports.ts';

/** @throws DomainError `crm-table.not-found`, `crm-table.not-published` */
export async function requirePublished(
  ports: { readonly tables: PublishedTableReader },
  prefix: string,
): Promise<PublishedTable> {
  const found = await ports.tables.readPublished(prefix);
  if (found.status === 'published') return found.table;
  if (found.status === 'unknown') {
    throw new DomainError('not-found', 'crm-table.not-found', `There is no CRM table ${prefix}.`);
  }
  throw new DomainError('conflict', 'crm-table.not-published', `CRM table ${prefix} is a draft. Publish it first.`);
}
