import { onCrmTable } from '../../crm-tables/index.ts';
import { PageQuerySchema, pageBody, pageRequest, pageSchema } from '../../shared/http/pagination.ts';
import { NO_BODY, type Route } from '../../shared/http/route.ts';
import type { HistoryEvent } from '../domain/history-event.ts';
import { HistoryEventResourceSchema } from '../resource.ts';
import { listHistory } from '../use-cases/list-history.ts';
import { CUSTOMER, CustomerPathSchema, type CustomerServices, define, tag } from './common.ts';

/** An inverted time, a NUL and an id. */
const PLACE = /^\d{13}\0[\w-]{1,100}$/;

/** 25 events of 300 bytes are two read units. */
const HistoryQuerySchema = PageQuerySchema.extend({
  limit: PageQuerySchema.shape.limit.unwrap().default(25).meta({ description: 'How many to return at most.' }),
});

const shownEvent = ({ version: _, ...event }: HistoryEvent) => event;

export const historyRoutes: readonly Route<CustomerServices>[] = [
  define({
    method: 'GET',
    path: `${CUSTOMER}/history`,
    operationId: 'listCustomerHistory',
    tag,
    summary: 'List what people have changed of a customer, the newest first.',
    access: onCrmTable('customers.search', 'params'),
    request: { params: CustomerPathSchema, query: HistoryQuerySchema, body: NO_BODY },
    response: {
      status: 200,
      description: 'A page of changes. It leaves out changes of fields that your roles hide, and may be short.',
      body: pageSchema(HistoryEventResourceSchema),
    },
    problems: [404, 409],
    handle: async (services, { params, query, caller }) => {
      const list = { name: `history/${params.prefix}/${params.customerId}`, position: PLACE };
      const { items, ...page } = await listHistory(services, params, pageRequest(list, query), caller);
      return { status: 200, body: pageBody(list, { ...page, items: items.map(shownEvent) }) };
    },
  }),
];
