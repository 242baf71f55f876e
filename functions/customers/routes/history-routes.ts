import * as z from 'zod';
import { onCrmTable } from '../../crm-tables/index.ts';
import { PageQuerySchema, pageBody, pageRequest } from '../../shared/http/pagination.ts';
import { NO_BODY, NOTHING, type Route } from '../../shared/http/route.ts';
import { HistoryFilterSchema } from '../domain/history-filter.ts';
import { TIMELINE_POSITION } from '../domain/timeline.ts';
import {
  FoundHistorySchema,
  HistoryPageSchema,
  ImportedChangeSchema,
  importedChangeResource,
  timelineEntry,
} from '../resource.ts';
import type { CustomerAddress } from '../use-cases/desk-ports.ts';
import { getImportedChange } from '../use-cases/get-imported-change.ts';
import { listHistory } from '../use-cases/list-history.ts';
import { searchHistory } from '../use-cases/search-history.ts';
import { CUSTOMER, CustomerPathSchema, type CustomerServices, define, tag } from './common.ts';

/** 25 events of 300 bytes are two read units. */
const HistoryQuerySchema = PageQuerySchema.extend({
  limit: PageQuerySchema.shape.limit.unwrap().default(25).meta({ description: 'How many to return at most.' }),
});

/** The cursor of one filter is rejected with another one. */
const historyListName = ({ prefix, customerId }: CustomerAddress, filter?: object): string =>
  `history/${prefix}/${customerId}${filter ? `?${JSON.stringify(filter)}` : ''}`;

const ImportLinePathSchema = CustomerPathSchema.extend({
  importId: z.string().min(1).max(100).meta({ description: 'Of an import in the history of the customer.' }),
});

const LARGEST_PAGE = 100;
const DEFAULT_FOUND = 25;

const HistorySearchSchema = HistoryFilterSchema.extend({
  limit: z.int().min(1).max(LARGEST_PAGE).default(DEFAULT_FOUND),
  cursor: PageQuerySchema.shape.cursor,
}).meta({ id: 'HistorySearch' });

export const historyRoutes: readonly Route<CustomerServices>[] = [
  define({
    method: 'GET',
    path: `${CUSTOMER}/history`,
    operationId: 'listCustomerHistory',
    tag,
    summary:
      'List the history of a customer, the newest first: each change and each note by a person, and each import as one line.',
    access: onCrmTable('customers.search', 'params'),
    request: { params: CustomerPathSchema, query: HistoryQuerySchema, body: NO_BODY },
    response: {
      status: 200,
      description:
        'A page of entries. It leaves out changes of fields that your roles hide, and notes without the permission notes.write, and may be short. Of the imports it has at least those among the last ten changes of the customer.',
      body: HistoryPageSchema,
    },
    problems: [404, 409],
    handle: async (services, { params, query, caller }) => {
      const list = { name: historyListName(params), position: TIMELINE_POSITION };
      const { items, ...page } = await listHistory(services, params, pageRequest(list, query), caller);
      return { status: 200, body: pageBody(list, { ...page, items: items.map(timelineEntry) }) };
    },
  }),
  define({
    method: 'POST',
    path: `${CUSTOMER}/history-searches`,
    operationId: 'searchCustomerHistory',
    tag,
    summary:
      'Search the history of a customer. A request reads at most 1 MB of it: a page may have few entries or none, and yet a `nextCursor`.',
    access: onCrmTable('customers.search', 'params'),
    request: { params: CustomerPathSchema, query: NOTHING, body: HistorySearchSchema },
    idempotency: 'none',
    onlyReads: true,
    response: { status: 200, description: 'The entries that match, the newest first.', body: FoundHistorySchema },
    problems: [404, 409],
    handle: async (services, { params, body, caller }) => {
      const { limit, cursor, ...filter } = body;
      const list = { name: historyListName(params, filter), position: TIMELINE_POSITION };
      const found = await searchHistory(services, params, filter, pageRequest(list, { limit, cursor }), caller);
      const { searchedTo, items, ...page } = found;
      const answer = pageBody(list, { ...page, items: items.map(timelineEntry) });
      return { status: 200, body: { ...answer, ...(searchedTo !== undefined && { searchedTo }) } };
    },
  }),
  define({
    method: 'GET',
    path: `${CUSTOMER}/history/imports/{importId}`,
    operationId: 'getImportedChange',
    tag,
    summary: 'Read what an import changed on a customer: the old and the new value of each field.',
    access: onCrmTable('customers.search', 'params'),
    request: { params: ImportLinePathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The import, and the changes.', body: ImportedChangeSchema },
    problems: [404, 409],
    handle: async (services, { params, caller }) => ({
      status: 200,
      body: importedChangeResource(await getImportedChange(services, params, caller)),
    }),
  }),
];
