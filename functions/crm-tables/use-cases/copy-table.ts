import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { type CopyOrder, type Draft, structureOf } from '../domain/draft.ts';
import type { CrmTableRepository, PublishedTableReader, TableWithDraft } from '../ports.ts';
import { addTable } from './add-table.ts';
import { getTable, type TablePath } from './get-table.ts';

async function publishedStructure(versions: PublishedTableReader, { table }: TableWithDraft): Promise<Draft> {
  const version =
    table.publishedVersion === undefined ? undefined : await versions.readVersion(table.prefix, table.publishedVersion);
  if (version) return structureOf(version);
  throw new DomainError('conflict', 'crm-table.not-published', `CRM table ${table.prefix} is not published yet.`, [
    { pointer: '/from', code: 'crm-table.not-published', detail: 'Copy the draft instead.' },
  ]);
}

/**
 * Save As: creates an unpublished CRM table with the same account and structure, without customers.
 * @throws DomainError `crm-table.not-found`, `crm-table.not-published`, `crm-table.prefix-taken`
 */
export async function copyTable(
  ports: { readonly tables: CrmTableRepository; readonly versions: PublishedTableReader; readonly clock: Clock },
  path: TablePath,
  order: CopyOrder,
  origin: RequestOrigin,
): Promise<TableWithDraft> {
  const source = await getTable(ports, path);
  const structure = order.from === 'draft' ? source.draft.value : await publishedStructure(ports.versions, source);
  const { prefix, name, shardCount = source.table.shardCount } = order;
  const identity = { prefix, accountPrefix: source.table.accountPrefix, shardCount };
  return addTable(ports, identity, { ...structure, name }, 'copy', origin);
}
