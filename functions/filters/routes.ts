import * as z from 'zod';
import { onCrmTable, requirePublished } from '../crm-tables/index.ts';
import type { AuditLog } from '../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../shared/domain/caller.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { entityRoutes } from '../shared/http/entity-routes.ts';
import { PageQuerySchema, pageBody, pageRequest } from '../shared/http/pagination.ts';
import { PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import { NOTHING, ofFeature, routesOf } from '../shared/http/route.ts';
import { ConditionsSchema, type Filter, FilterInputSchema, type FilterPath, filterPath } from './domain/filter.ts';
import type { CountPorts, FilterPorts } from './ports.ts';
import { FilterResourceSchema, filterResource } from './resource.ts';
import { type CountPosition, countMatches } from './use-cases/count-matches.ts';
import { filterUseCases } from './use-cases/filter-use-cases.ts';

export interface FilterServices extends FilterPorts, CountPorts {
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

const TablePathSchema = z.strictObject({ prefix: PrefixParameterSchema });
const FilterPathSchema = TablePathSchema.extend({
  filterId: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'The id of a filter.', example: '0193a5c07e4b1f2d3c4b5a69788f' }),
});

const tag = 'Filters';
const TABLE = '/crm-tables/{prefix}';

async function shown(services: FilterServices, { prefix }: Pick<FilterPath, 'prefix'>, found: Revised<Filter>) {
  return { ...found, value: filterResource(found.value, await requirePublished(services, prefix)) };
}

const entity = entityRoutes({
  noun: 'filter',
  plural: 'filters',
  tag,
  path: `${TABLE}/filters`,
  params: { parent: TablePathSchema, id: FilterPathSchema },
  schema: FilterResourceSchema,
  input: { create: FilterInputSchema, update: FilterInputSchema },
  access: (permission) => onCrmTable(permission, 'params'),
  permissions: { read: 'customers.search', write: 'filters.manage' },
  idOf: filterPath,
  filterBy: ['name'],
  hasPersonalData: true,
  problems: { list: [409], create: [409], get: [409], update: [409], delete: [409] },
  summaries: {
    list: 'List the saved filters of a CRM table, the oldest first, without those on fields that your roles hide.',
    create: 'Save conditions on the customers of a CRM table under a name.',
    get: 'Read a filter, with a warning for each field that its CRM table no longer has.',
    update: 'Update a filter; the request gives all of it again.',
  },
  useCases: {
    async list(services: FilterServices, parent, request, origin) {
      const page = await filterUseCases.list(services, parent, request, origin);
      return { ...page, items: await Promise.all(page.items.map((each) => shown(services, parent, each))) };
    },
    create: async (services, parent, input, origin) =>
      shown(services, parent, await filterUseCases.create(services, parent, input, origin)),
    get: async (services, path, origin) => shown(services, path, await filterUseCases.get(services, path, origin)),
    update: async (services, path, input, revision, origin) =>
      shown(services, path, await filterUseCases.update(services, path, input, revision, origin)),
    remove: (services, path, revision, origin) => filterUseCases.remove(services, path, revision, origin),
  },
});

const define = routesOf<FilterServices>();

const CountRequestSchema = z
  .strictObject({ all: ConditionsSchema, cursor: PageQuerySchema.shape.cursor })
  .meta({ id: 'FilterCountRequest' });
const FilterCountSchema = z
  .strictObject({
    matching: z.int().min(0).meta({ description: 'Of the customers that this request has read.' }),
    read: z.int().min(0).meta({ description: 'How many customers this request has read.' }),
    nextCursor: z.string().optional().meta({ description: 'Where to go on; absent when the table is at its end.' }),
  })
  .meta({ id: 'FilterCount' });

/** A shard, and the Customer ID after which the count goes on. */
const COUNT_POSITION = /^\d{1,3}\|[^\0]{0,256}$/s;

function positionOf(text: string | undefined): CountPosition {
  if (text === undefined) return { shard: 0, after: undefined };
  const bar = text.indexOf('|');
  return { shard: Number(text.slice(0, bar)), after: text.slice(bar + 1) || undefined };
}

const count = define({
  method: 'POST',
  path: `${TABLE}/filter-counts`,
  operationId: 'countFilter',
  tag,
  summary:
    'Count the customers that fulfil conditions. A request reads at most 1 MB of the CRM table: add up the counts, and go on with the cursor.',
  access: onCrmTable('customers.search', 'params'),
  request: { params: TablePathSchema, query: NOTHING, body: CountRequestSchema },
  idempotency: 'none',
  onlyReads: true,
  response: { status: 200, description: 'The count of what was read.', body: FilterCountSchema },
  problems: [404, 409],
  handle: async (services, { params: { prefix }, body: { all, cursor }, caller }) => {
    const list = { name: `filter-count/${prefix}?${JSON.stringify(all)}`, position: COUNT_POSITION };
    const { after } = pageRequest(list, { limit: 1, cursor });
    const { next, ...counted } = await countMatches(services, prefix, all, positionOf(after), caller);
    const page = pageBody(list, { items: [], ...(next && { next: `${next.shard}|${next.after ?? ''}` }) });
    return { status: 200, body: { ...counted, ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }) } };
  },
});

export const routes = ofFeature<FilterServices>('crm', [...entity, count]);
