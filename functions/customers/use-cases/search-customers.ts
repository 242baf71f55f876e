import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { CustomerIdSchema } from '../domain/customer-id.ts';
import type { CustomerView, ShownHit } from '../domain/customer-view.ts';
import { type Conditions, conditionsOf } from '../domain/search-conditions.ts';
import type { OpenSearch } from '../ports.ts';
import type { DeskPorts } from './desk-ports.ts';
import { openView } from './get-customer.ts';
import { Hits } from './search-hits.ts';

export interface SearchRequest {
  /** Text in the one box, searched in every searchable field. */
  readonly text?: string | undefined;
  readonly fields: OpenSearch['fields'];
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface SearchPage {
  readonly items: readonly ShownHit[];
  readonly nextCursor?: string;
}

type SearchPorts = Pick<DeskPorts, 'tables' | 'records' | 'search' | 'openSearches'>;

/** Bounds the reads of one request whose candidates do not match the other conditions. */
const MOST_ROUNDS = 4;
/** Candidates of one round; BatchGetItem reads at most 100. */
const CANDIDATES = 50;

/** The search that a request begins, or the one that its cursor goes on with. @throws DomainError `cursor.invalid` */
async function searchOf({ openSearches }: SearchPorts, prefix: string, request: SearchRequest, userId: string) {
  if (request.cursor === undefined) return { text: request.text, fields: request.fields, position: undefined };
  const open = await openSearches.find(userId, request.cursor);
  if (open && open.prefix === prefix) return open;
  throw new DomainError('invalid', 'cursor.invalid', 'The search is over, or the cursor belongs to another one.', [
    { pointer: '/cursor', code: 'cursor.invalid', detail: 'Search again without a cursor.' },
  ]);
}

/**
 * Finds customers by their searchable fields. Each hit is compared with the stored customer. A page may be short, and yet
 * have a cursor.
 * @throws DomainError `crm-table.*`, `search.invalid`, `cursor.invalid`
 */
export async function searchCustomers(
  ports: SearchPorts,
  prefix: string,
  request: SearchRequest,
  caller: Caller,
): Promise<SearchPage> {
  const view = await openView(ports, caller, 'customers.search', prefix);
  const search = await searchOf(ports, prefix, request, caller.userId);
  const conditions = conditionsOf(view, search);
  const hits = new Hits(view, conditions, request.limit);
  if (search.position === undefined) hits.add(await customerOfText(ports, view, conditions));
  const isLast = await findHits(ports, view, conditions, hits, search.position);
  if (isLast || hits.position === undefined) return { items: hits.items };
  const { text, fields } = search;
  const open = { prefix, fields, position: hits.position, ...(text !== undefined && { text }) };
  return { items: hits.items, nextCursor: await ports.openSearches.save(caller.userId, open) };
}

/** The customer whose ID is the text of the one box. */
async function customerOfText({ records }: SearchPorts, { table }: CustomerView, { text }: Conditions) {
  const id = CustomerIdSchema.safeParse(text).data;
  return id === undefined ? undefined : records.read(table, id, false);
}

/** @returns whether there are no further candidates */
async function findHits(
  { search, records }: SearchPorts,
  { table }: CustomerView,
  { needed, any }: Conditions,
  hits: Hits,
  position: string | undefined,
): Promise<boolean> {
  const terms = needed.length > 0 ? needed : any;
  if (terms.length === 0) return true;
  hits.position = position;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const combine = needed.length > 0 ? 'all' : 'any';
    const found = await search.find(table, terms, combine, hits.position, CANDIDATES);
    const ids = [...new Set(found.candidates.map(({ customerId }) => customerId))];
    const byId = new Map((await records.readMany(table, ids)).map((record) => [record.customerId, record]));
    const last = found.candidates.at(-1)?.position;
    hits.take(found.candidates, terms, byId);
    if (found.isLast && (last === undefined || hits.position === last)) return true;
    if (hits.isFull || last === undefined) return false;
  }
  return false;
}
