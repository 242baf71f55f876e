import * as z from 'zod';
import { FieldCodeSchema, onCrmTable } from '../../crm-tables/index.ts';
import { NOTHING, type Route } from '../../shared/http/route.ts';
import { hitResource, SearchPageSchema } from '../resource.ts';
import { searchCustomers } from '../use-cases/search-customers.ts';
import { type CustomerServices, define, TablePathSchema, tag } from './common.ts';

const LONGEST_TEXT = 200;
/** As many as there are index slots. */
const MOST_CONDITIONS = 10;
const DEFAULT_LIMIT = 25;
const LARGEST_PAGE = 50;

const text = z.string().trim().min(1).max(LONGEST_TEXT);

const SearchRequestSchema = z
  .strictObject({
    text: text.optional().meta({
      description:
        'A Customer ID, or the value of any searchable field: whole, or its beginning from three characters on. Telephone numbers are whole, in any format.',
      example: 'example',
    }),
    fields: z
      .array(z.strictObject({ code: FieldCodeSchema, value: text }).meta({ id: 'FieldCondition' }))
      .max(MOST_CONDITIONS)
      .default([])
      .meta({ description: 'Conditions that all have to hold.' }),
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

export const searchRoutes: readonly Route<CustomerServices>[] = [
  define({
    method: 'POST',
    path: '/crm-tables/{prefix}/customer-searches',
    operationId: 'searchCustomers',
    tag,
    summary: 'Search for customers by searchable fields. A page may be short, and yet have a `nextCursor`.',
    access: onCrmTable('customers.search', 'params'),
    request: { params: TablePathSchema, query: NOTHING, body: SearchRequestSchema },
    idempotency: 'none',
    response: {
      status: 200,
      description: 'The matches with the Result columns of the CRM table, each compared with the stored customer.',
      body: SearchPageSchema,
    },
    problems: [404, 409],
    handle: async (services, { params, body, caller }) => {
      const { items, ...page } = await searchCustomers(services, params.prefix, body, caller);
      return { status: 200, body: { ...page, items: items.map(hitResource) } };
    },
  }),
];
