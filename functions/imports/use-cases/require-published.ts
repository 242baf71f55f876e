import type { PublishedTable, PublishedTableReader } from '../../crm-tables/index.ts';
import { DomainError } from '../../shared/domain/errors.ts';

/**
 * The published version of the CRM table that a request names.
 * @param prefix upper case.
 * @throws DomainError `crm-table.unknown`, `crm-table.not-published`
 */
export async function requirePublished(tables: PublishedTableReader, prefix: string): Promise<PublishedTable> {
  const found = await tables.readPublished(prefix);
  if (found.status === 'published') return found.table;
  if (found.status === 'draft-only') {
    const detail = `CRM table ${prefix} is a draft. Publish it first.`;
    throw new DomainError('conflict', 'crm-table.not-published', detail);
  }
  throw new DomainError('invalid', 'crm-table.unknown', `There is no CRM table ${prefix}.`, [
    { pointer: '/prefix', code: 'crm-table.unknown', detail: 'Check the prefix.' },
  ]);
}
