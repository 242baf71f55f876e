import * as z from 'zod';
import { onCrmTable } from '../../crm-tables/index.ts';
import { PageQuerySchema, pageBody, pageRequest } from '../../shared/http/pagination.ts';
import { NO_BODY, NOTHING, type Route } from '../../shared/http/route.ts';
import { TIMELINE_POSITION } from '../domain/timeline.ts';
import { HistoryPageSchema, ImportedChangeSchema, importedChangeResource, timelineEntry } from '../resource.ts';
import { getImportedChange } from '../use-cases/get-imported-change.ts';
import { listHistory } from '../use-cases/list-history.ts';
import { CUSTOMER, CustomerPathSchema, type CustomerServices, define, tag } from './common.ts';

/** 25 events of 300 bytes are two read units. */
const HistoryQuerySchema = PageQuerySchema.extend({
  limit: PageQuerySchema.shape.limit.unwrap().default(25).meta({ description: 'How many to return at most.' }),
});

const ImportLinePathSchema = CustomerPathSchema.extend({
  importId: z.string().min(1).max(100).meta({ description: 'Of an import in the history of the customer.' }),
});

export const historyRoutes: readonly Route<CustomerServices>[] = [
  define({
    method: 'GET',
    path: `${CUSTOMER}/history`,
    operationId: 'listCustomerHistory',
    tag,
    summary: 'List the changes of a customer, the newest first: each change by a person, and each import as one line.',
    access: onCrmTable('customers.search', 'params'),
    request: { params: CustomerPathSchema, query: HistoryQuerySchema, body: NO_BODY },
    response: {
      status: 200,
      description:
        'A page of changes. It leaves out changes of fields that your roles hide, and may be short. Of the imports it has at least those among the last ten changes of the customer.',
      body: HistoryPageSchema,
    },
    problems: [404, 409],
    handle: async (services, { params, query, caller }) => {
      const list = { name: `history/${params.prefix}/${params.customerId}`, position: TIMELINE_POSITION };
      const { items, ...page } = await listHistory(services, params, pageRequest(list, query), caller);
      return { status: 200, body: pageBody(list, { ...page, items: items.map(timelineEntry) }) };
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
