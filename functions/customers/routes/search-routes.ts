import * as z from 'zod';
import { FieldCodeSchema, onCrmTable, TablePrefixSchema } from '../../crm-tables/index.ts';
import { onOwnAccounts } from '../../shared/http/access.ts';
import { NOTHING, type Route } from '../../shared/http/route.ts';
import { groupResource, HitGroupsSchema, hitResource, SearchPageSchema } from '../resource.ts';
import { searchCustomers } from '../use-cases/search-customers.ts';
import { searchTables } from '../use-cases/search-tables.ts';
import { beginSearch } from './begun-reads.ts';
import { type CustomerServices, define, TablePathSchema, tag } from './common.ts';

const LONGEST_TEXT = 200;
const MOST_CONDITIONS = 20;
const DEFAULT_LIMIT = 25;
const LARGEST_PAGE = 50;
/** Hits of each CRM table in a search over all. */
const DEFAULT_OF_TABLE = 5;
const MOST_OF_TABLE = 25;
const MOST_EXCEPT = 100;

const text = z.string().trim().min(1).max(LONGEST_TEXT);

const SearchRequestSchema = z
  .strictObject({
    text: text.optional().meta({
      description:
        'A Customer ID; or a telephone number in any format, or its last seven digits or more; or an e-mail address or its beginning; or words of any searchable fields, in any order, whole or their beginnings; or several of these, such as a name and a number. Case and accents make no difference.',
      example: 'smith jo kingston',
    }),
    fields: z
      .array(z.strictObject({ code: FieldCodeSchema, value: text }).meta({ id: 'FieldCondition' }))
      .max(MOST_CONDITIONS)
      .default([])
      .meta({ description: 'Conditions that all have to hold; each value is read as `text` is.' }),
    limit: z.int().min(1).max(LARGEST_PAGE).default(DEFAULT_LIMIT),
    cursor: z.string().min(1).max(100).optional().meta({
      description: '`nextCursor` of the page before, alone with `limit`.',
    }),
  })
  .refine(({ text, fields, cursor }) => (cursor === undefined) === (text !== undefined || fields.length > 0), {
    path: ['text'],
    message: 'Send a text or conditions on fields, or the cursor of an earlier page alone.',
  })
  .meta({ id: 'CustomerSearch' });

const TablesSearchSchema = z
  .strictObject({
    text: text.meta({ description: 'As in the search of one CRM table.', example: 'smith jo kingston' }),
    limit: z.int().min(1).max(MOST_OF_TABLE).default(DEFAULT_OF_TABLE).meta({ description: 'Hits of each CRM table.' }),
    except: z
      .array(TablePrefixSchema)
      .max(MOST_EXCEPT)
      .default([])
      .meta({
        description: 'Prefixes of CRM tables that are not searched: their hits are known already.',
        example: ['VOUCIM'],
      }),
  })
  .meta({ id: 'CustomersSearch' });

export const searchRoutes: readonly Route<CustomerServices>[] = [
  define({
    method: 'POST',
    path: '/crm-tables/{prefix}/customer-searches',
    operationId: 'searchCustomers',
    tag,
    summary: 'Search for customers by searchable fields. A page may be short, and yet have a `nextCursor`.',
    access: onCrmTable('customers.search', 'params'),
    begin: beginSearch,
    request: { params: TablePathSchema, query: NOTHING, body: SearchRequestSchema },
    idempotency: 'none',
    onlyReads: true,
    response: {
      status: 200,
      description: 'The matches with the Result columns of the CRM table, each compared with the stored customer.',
      body: SearchPageSchema,
    },
    problems: [404, 409, 422],
    handle: async (services, { params, body, caller }) => {
      const { items, preparing, ...page } = await searchCustomers(services, params.prefix, body, caller);
      return { status: 200, body: { ...page, items: items.map(hitResource), preparing: [...preparing] } };
    },
  }),
  define({
    method: 'POST',
    path: '/customer-searches',
    operationId: 'searchAllCustomers',
    tag,
    summary: 'Search for customers in every CRM table that you may search, by a text.',
    access: onOwnAccounts('customers.search'),
    request: { params: NOTHING, query: NOTHING, body: TablesSearchSchema },
    idempotency: 'none',
    onlyReads: true,
    response: {
      status: 200,
      description: 'The best matches of each CRM table, each compared with the stored customer.',
      body: HitGroupsSchema,
    },
    problems: [],
    handle: async (services, { body, caller }) => ({
      status: 200,
      body: { groups: (await searchTables(services, body, caller)).map(groupResource) },
    }),
  }),
];
