import { onCrmTable } from '../../crm-tables/index.ts';
import { NO_BODY, NOTHING, type Route } from '../../shared/http/route.ts';
import { SearchIndexSchema, searchIndexResource } from '../search-index-resource.ts';
import { getSearchIndex } from '../use-cases/get-search-index.ts';
import { type CustomerServices, define, TablePathSchema, tag } from './common.ts';

export const searchIndexRoutes: readonly Route<CustomerServices>[] = [
  define({
    method: 'GET',
    path: '/crm-tables/{prefix}/search-index',
    operationId: 'getSearchIndex',
    tag,
    summary: 'Read whether the search index of a CRM table is complete, and how far the job is that writes it.',
    access: onCrmTable('setup.read', 'params'),
    request: { params: TablePathSchema, query: NOTHING, body: NO_BODY },
    idempotency: 'none',
    response: { status: 200, description: 'The state of the index.', body: SearchIndexSchema },
    problems: [404, 409],
    handle: async (services, { params }) => ({
      status: 200,
      body: searchIndexResource(await getSearchIndex(services, params.prefix)),
    }),
  }),
];
