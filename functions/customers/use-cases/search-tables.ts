import type { PublishedTable, TableDirectory } from '../../crm-tables/index.ts';
import { type Caller, scopeOf } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { ALL_ON, isOff } from '../../shared/domain/features.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { CustomerView, type ShownHit } from '../domain/customer-view.ts';
import { conditionsOf } from '../domain/search-conditions.ts';
import { collect, type SearchPorts } from './search-customers.ts';
import { Hits } from './search-hits.ts';

/** The hits of one CRM table. */
export interface HitGroup {
  readonly prefix: string;
  readonly name: string;
  /** The best first. */
  readonly items: readonly ShownHit[];
  /** Whether the table has further hits: a search in it alone has pages. */
  readonly hasMore: boolean;
  /** The text is too common in this table. */
  readonly isTooBroad: boolean;
}

/** A group with the rank of its best hit. */
interface RankedGroup {
  readonly group: HitGroup;
  readonly rank: number;
}

interface TablesRequest {
  readonly text: string;
  /** Of each CRM table. */
  readonly limit: number;
  /** Prefixes of tables that are left out. */
  readonly except: readonly string[];
}

type TablesPorts = Pick<SearchPorts, 'tables' | 'records' | 'search'> & { readonly directory: TableDirectory };

const PERMISSION = 'customers.search';
const TABLES_AT_ONCE = 16;

const isTooBroad = (error: unknown): boolean => error instanceof DomainError && error.code === 'search.too-broad';

/** The best hits of one table. */
async function searchTable(
  { records, search }: TablesPorts,
  table: PublishedTable,
  { text, limit }: TablesRequest,
  caller: Caller,
): Promise<RankedGroup> {
  const view = new CustomerView(caller, PERMISSION, table);
  const conditions = conditionsOf(view, { text, fields: [] });
  const hits = new Hits(view, limit, []);
  const group = { prefix: table.prefix, name: table.name };
  try {
    const index = await search.open(table.prefix);
    const next = await collect({ records }, { view, index, conditions, hits }, { reading: 0, position: undefined });
    const hasMore = next !== undefined || hits.commonWord !== undefined;
    const shown = { ...group, items: hits.items, hasMore, isTooBroad: false };
    return { group: shown, rank: hits.best };
  } catch (error) {
    if (!isTooBroad(error)) throw error;
    return { group: { ...group, items: [], hasMore: true, isTooBroad: true }, rank: Number.POSITIVE_INFINITY };
  }
}

function byBestHit(a: RankedGroup, b: RankedGroup): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.group.name < b.group.name ? -1 : 1;
}

/**
 * Finds customers by a text in every CRM table that the caller may search, the tables at once. The table with the best hit is
 * the first; tables without hits are left out.
 */
export async function searchTables(ports: TablesPorts, request: TablesRequest, caller: Caller): Promise<HitGroup[]> {
  const all = await ports.directory.prefixesOf(scopeOf(caller, PERMISSION));
  const prefixes = all.filter((prefix) => !request.except.includes(prefix));
  const found = await mapConcurrently(prefixes, TABLES_AT_ONCE, async (prefix) => {
    const read = await ports.tables.readPublished(prefix);
    if (read.status !== 'published') return undefined;
    if (isOff(caller.switches ?? ALL_ON, 'crm', read.table.accountPrefix)) return undefined;
    return searchTable(ports, read.table, request, caller);
  });
  const groups = found.filter((each) => each !== undefined);
  const shown = groups.filter(({ group }) => group.items.length > 0 || group.isTooBroad);
  return shown.toSorted(byBestHit).map(({ group }) => group);
}
