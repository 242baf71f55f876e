import type { TableDirectory } from '../../../crm-tables/index.ts';
import type { AccountScope } from '../../../shared/domain/caller.ts';
import type { Page, PageRequest } from '../../../shared/domain/page.ts';
import { type Import, type ImportStatus, NO_TABLE, positionOf } from '../../domain/import.ts';
import type { ImportRepository } from '../../ports.ts';
import { NewestOfLists } from './newest-of-lists.ts';

/** Bounds the reads of one request for a rare status: the page is then short. */
const READ_PER_LISTED = 10;

export interface ListPorts {
  readonly imports: Pick<ImportRepository, 'list'>;
  readonly directory: TableDirectory;
}

export interface ImportFilter {
  /** Only the imports whose file names this CRM table. */
  readonly prefix?: string | undefined;
  readonly status?: ImportStatus | undefined;
}

/**
 * Imports, newest first: those of one CRM table that the caller may see, or of all tables of these accounts. A page may hold
 * fewer than requested, and yet not be the last.
 * @param accounts those on which the caller may see imports; only `all` includes the imports that belong to no table
 */
export async function listImports(
  { imports, directory }: ListPorts,
  accounts: AccountScope,
  filter: ImportFilter,
  request: PageRequest,
): Promise<Page<Import>> {
  const { prefix, status } = filter;
  const noTable = accounts === 'all' ? [NO_TABLE] : [];
  const hasStatus = (each: Import) => status === undefined || each.status === status;
  if (prefix === undefined) {
    const lists = [...(await directory.prefixesOf(accounts)), ...noTable];
    return pageOf(new NewestOfLists(imports, lists, request), hasStatus, request);
  }
  const ofTable = await pageOf(new NewestOfLists(imports, [prefix], request), hasStatus, request);
  if (ofTable.items.length > 0 || ofTable.next !== undefined) return ofTable;
  // No CRM table need have the prefix: its uploads are then in the list of imports without a table.
  const isNamed = (each: Import) => each.prefix === prefix && hasStatus(each);
  return pageOf(new NewestOfLists(imports, noTable, request), isNamed, request);
}

/** The next imports that match, and the position after the last one that was read. */
async function pageOf(
  found: NewestOfLists,
  passes: (each: Import) => boolean,
  { limit }: PageRequest,
): Promise<Page<Import>> {
  const items: Import[] = [];
  let last: Import | undefined;
  for (let read = 0; items.length < limit && read < limit * READ_PER_LISTED; read += 1) {
    last = await found.take();
    if (!last) return { items };
    if (passes(last)) items.push(last);
  }
  return last && !found.isEnded ? { items, next: positionOf(last) } : { items };
}
