import type { CustomerIndex, Term } from '../../search/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { idsOfText } from '../domain/customer-id.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { CustomerView, ShownHit } from '../domain/customer-view.ts';
import { type Conditions, conditionsOf, foundBy, foundById, searchedFields } from '../domain/search-conditions.ts';
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
  /** The best first. */
  readonly items: readonly ShownHit[];
  /** Codes of searchable fields whose older values are not in the index yet. */
  readonly preparing: readonly string[];
  /** A word that is too common: more customers may match. */
  readonly commonWord?: string;
  readonly nextCursor?: string;
}

export type SearchPorts = Pick<DeskPorts, 'tables' | 'records' | 'search' | 'openSearches'>;

/** Bounds the reads of one request whose candidates do not match. */
const MOST_ROUNDS = 6;
/** Hits of one search over all its pages: they are remembered, so that none is shown twice. */
const MOST_HITS = 1_000;

/** The position of a page that begins a way to read the search. */
const BEGINNING = '';

/** Where a search goes on: by which way to read it, and from which position. */
interface Place {
  readonly reading: number;
  readonly position: string | undefined;
}

/** The search that a request begins, or the one that its cursor goes on with. @throws DomainError `cursor.invalid` */
async function searchOf({ openSearches }: SearchPorts, prefix: string, request: SearchRequest, userId: string) {
  const { text, fields } = request;
  if (request.cursor === undefined) return { text, fields, reading: 0, position: undefined, shown: [] };
  const open = await openSearches.find(userId, request.cursor);
  if (open && open.prefix === prefix) return open;
  throw new DomainError('invalid', 'cursor.invalid', 'The search is over, or the cursor belongs to another one.', [
    { pointer: '/cursor', code: 'cursor.invalid', detail: 'Search again without a cursor.' },
  ]);
}

/**
 * Finds customers by their searchable fields. Each hit is compared with the stored customer. A page may be short, and yet
 * have a cursor.
 * @throws DomainError `crm-table.*`, `search.invalid`, `search.too-broad`, `cursor.invalid`
 */
export async function searchCustomers(
  ports: SearchPorts,
  prefix: string,
  request: SearchRequest,
  caller: Caller,
): Promise<SearchPage> {
  const [view, index, search] = await Promise.all([
    openView(ports, caller, 'customers.search', prefix),
    ports.search.open(prefix),
    searchOf(ports, prefix, request, caller.userId),
  ]);
  const hits = new Hits(view, request.limit, search.shown);
  const next = await collect(ports, { view, index, conditions: conditionsOf(view, search), hits }, search);
  const preparing = searchedFields(view)
    .map(({ code }) => code)
    .filter((code) => index.preparing.includes(code));
  const { commonWord } = hits;
  const page = { items: hits.items, preparing, ...(commonWord !== undefined && { commonWord }) };
  if (!next || hits.shown.length >= MOST_HITS) return page;
  const { text, fields } = search;
  const { reading, position = BEGINNING } = next;
  const open = { prefix, fields, reading, position, shown: hits.shown, ...(text !== undefined && { text }) };
  return { ...page, nextCursor: await ports.openSearches.save(caller.userId, open) };
}

export interface Search {
  readonly view: CustomerView;
  readonly index: CustomerIndex;
  readonly conditions: Conditions;
  readonly hits: Hits;
}

/** Fills a page. @returns where the next page begins; undefined after the last one */
export async function collect(ports: Pick<SearchPorts, 'records'>, search: Search, from: Place) {
  const { conditions, hits } = search;
  if (from.position !== undefined || conditions.text === undefined)
    return findHits(ports, search, from, await candidatesOf(search, from, hits.open));
  // At once, since most texts are no Customer ID.
  const [byId, found] = await Promise.all([customersOfText(ports, search), candidatesOf(search, from, hits.open)]);
  for (const record of byId) {
    const match = foundById(search.view, conditions, record);
    if (match && hits.open > 0) hits.add(record, match);
  }
  if (hits.open <= 0) return { reading: 0, position: BEGINNING };
  // The customer of the ID takes a place, and the next page begins after the last candidate that has one.
  const hasRoom = (found?.customerIds.length ?? 0) <= hits.open;
  return findHits(ports, search, from, hasRoom ? found : await candidatesOf(search, from, hits.open));
}

/** The customers whose ID the text of the one box may be. */
async function customersOfText({ records }: Pick<SearchPorts, 'records'>, { view, conditions }: Search) {
  const ids = idsOfText(conditions.text);
  const read = ids.length === 0 ? [] : await records.readMany(view.table, ids);
  return read.filter(({ deletedAt }) => deletedAt === undefined);
}

async function candidatesOf({ index, conditions }: Search, { reading, position = BEGINNING }: Place, wanted: number) {
  const terms = conditions.query[reading];
  return terms ? index.find(terms, position === BEGINNING ? undefined : position, wanted) : undefined;
}

/** Follows the ways to read the search until one finds customers. */
async function findHits(
  ports: Pick<SearchPorts, 'records'>,
  search: Search,
  from: Place,
  first: Awaited<ReturnType<typeof candidatesOf>>,
): Promise<Place | undefined> {
  const { hits, conditions } = search;
  let place = from;
  let found = first;
  for (let round = 1; ; round += 1) {
    const terms = conditions.query[place.reading];
    if (!terms || !found) return undefined;
    hits.commonWord ??= found.commonWord;
    await check(ports, search, terms, found.customerIds);
    if (found.next !== undefined) place = { ...place, position: found.next };
    else if (hits.shown.length > 0 || place.reading + 1 >= conditions.query.length) return undefined;
    else place = { reading: place.reading + 1, position: undefined };
    if (hits.open <= 0 || round === MOST_ROUNDS) return place;
    found = await candidatesOf(search, place, hits.open);
  }
}

/** Compares candidates with their stored values. */
async function check(
  { records }: Pick<SearchPorts, 'records'>,
  { view, hits }: Search,
  terms: readonly Term[],
  candidates: readonly string[],
): Promise<void> {
  const ids = [...new Set(candidates)].filter((id) => !hits.isShown(id));
  const read = await records.readMany(view.table, ids);
  const byId = new Map(read.map((record): [string, CustomerRecord] => [record.customerId, record]));
  for (const id of ids) {
    const record = byId.get(id);
    const found = record?.deletedAt === undefined && record ? foundBy(view, terms, record) : undefined;
    if (record && found) hits.add(record, found);
  }
}
