import type { Page, PageRequest } from '../../../shared/domain/page.ts';
import type { Import, ImportStatus } from '../../domain/import.ts';
import type { ImportRepository } from '../../ports.ts';

/** A status that is rare must not make one request read a table's whole history: then a page is short. */
const MOST_READS = 10;

/** Imports of a table, newest first; with `status`, those alone. A page may hold fewer than asked for, and yet not be the last. */
export async function listImports(
  imports: Pick<ImportRepository, 'list'>,
  prefix: string,
  { limit, after }: PageRequest,
  status: ImportStatus | undefined,
): Promise<Page<Import>> {
  const items: Import[] = [];
  let next = after;
  for (let reads = 0; reads < MOST_READS && items.length < limit; reads += 1) {
    const page = await imports.list(prefix, { limit: limit - items.length, after: next });
    items.push(...page.items.filter((each) => status === undefined || each.status === status));
    next = page.next;
    if (next === undefined) return { items };
  }
  return { items, ...(next !== undefined && { next }) };
}
