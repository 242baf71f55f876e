import type { TableDirectory } from '../../../crm-tables/index.ts';
import type { AccountScope } from '../../../shared/domain/caller.ts';
import type { Page, PageRequest } from '../../../shared/domain/page.ts';
import { type Import, type ImportStatus, NO_TABLE, positionOf } from '../../domain/import.ts';
import type { ImportRepository } from '../../ports.ts';
import { NewestOfLists } from './newest-of-lists.ts';

/** Bounds the reads of one request for a rare status: the page is then short. */
const READ_PER_LISTED = 10;

/** Ids begin with a digit or a letter. */
const BEFORE_ALL_IDS = '-';

export interface ListPorts {
  readonly imports: Pick<ImportRepository, 'list'>;
  readonly directory: TableDirectory;
}

export interface ImportFilter {
  /** Only the imports whose file names this CRM table. */
  readonly prefix?: string | undefined;
  readonly status?: ImportStatus | undefined;
  /** Only the imports that this user has made by the API. */
  readonly requestedBy?: string | undefined;
  /** Only imports that were made at this time or later. */
  readonly from?: Date | undefined;
  /** Only imports that were made before this time. */
  readonly before?: Date | undefined;
  /** Only imports that the caller may see. */
  readonly isShown?: (found: Import) => boolean;
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
  const { prefix } = filter;
  const noTable = accounts === 'all' ? [NO_TABLE] : [];
  const start = startOf(filter, request);
  if (prefix === undefined) {
    const lists = [...(await directory.prefixesOf(accounts)), ...noTable];
    return pageOf(new NewestOfLists(imports, lists, start), filter, request);
  }
  const ofTable = await pageOf(new NewestOfLists(imports, [prefix], start), filter, request);
  if (ofTable.items.length > 0 || ofTable.next !== undefined) return ofTable;
  // No CRM table need have the prefix: its uploads are then in the list of imports without a table.
  return pageOf(new NewestOfLists(imports, noTable, start), filter, request);
}

/** Lists are read from the newest import that the filter allows: newer ones cost no reads. */
function startOf({ before }: ImportFilter, request: PageRequest): PageRequest {
  if (before === undefined || request.after !== undefined) return request;
  return { ...request, after: positionOf({ createdAt: before.toISOString(), importId: BEFORE_ALL_IDS }) };
}

const matches = ({ prefix, status, requestedBy, isShown }: ImportFilter, each: Import): boolean =>
  (isShown === undefined || isShown(each)) &&
  (prefix === undefined || each.prefix === prefix) &&
  (status === undefined || each.status === status) &&
  (requestedBy === undefined || each.requestedBy === requestedBy);

/** The next imports that match, and the position after the last one that was read. */
async function pageOf(found: NewestOfLists, filter: ImportFilter, { limit }: PageRequest): Promise<Page<Import>> {
  const items: Import[] = [];
  const oldest = filter.from?.toISOString();
  let last: Import | undefined;
  for (let read = 0; items.length < limit && read < limit * READ_PER_LISTED; read += 1) {
    last = await found.take();
    // The list is by age: no later import is in the span of time.
    if (!last || (oldest !== undefined && last.createdAt < oldest)) return { items };
    if (matches(filter, last)) items.push(last);
  }
  return last && !found.isEnded ? { items, next: positionOf(last) } : { items };
}
