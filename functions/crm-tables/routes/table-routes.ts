import { getAccount } from '../../accounts/index.ts';
import { onAccount } from '../../shared/http/access.ts';
import { filteredList, filteredQuery } from '../../shared/http/filtered-list.ts';
import { pageBody, pageSchema } from '../../shared/http/pagination.ts';
import { AccountPathSchema } from '../../shared/http/path-parameters.ts';
import { NO_BODY, NOTHING, type Route } from '../../shared/http/route.ts';
import { CopyOrderSchema, DraftInputSchema, NewTableSchema } from '../domain/draft.ts';
import { TableSummarySchema } from '../domain/summaries.ts';
import { CrmTableResourceSchema, SavedTableResourceSchema, tableResponse } from '../resource.ts';
import { copyTable } from '../use-cases/copy-table.ts';
import { createTable } from '../use-cases/create-table.ts';
import { getTable } from '../use-cases/get-table.ts';
import { updateDraft } from '../use-cases/update-draft.ts';
import {
  addressOf,
  type CrmTableServices,
  define,
  publishedOf,
  savedResponse,
  TABLE,
  TABLES,
  TablePathSchema,
  tag,
} from './common.ts';

const CREATED = {
  status: 201,
  description: 'The CRM table.',
  body: CrmTableResourceSchema,
  hasETag: true,
  hasLocation: true,
} as const;

/** The stored attributes that the list's filter compares. */
const FILTER_BY = ['prefix', 'name'] as const;

export const tableRoutes: readonly Route<CrmTableServices>[] = [
  define({
    method: 'GET',
    path: TABLES,
    operationId: 'listCrmTables',
    tag,
    summary: 'List the CRM tables of an account, by prefix.',
    access: onAccount('setup.read'),
    request: { params: AccountPathSchema, query: filteredQuery(FILTER_BY), body: NO_BODY },
    response: { status: 200, description: 'A page of CRM tables.', body: pageSchema(TableSummarySchema) },
    problems: [404],
    handle: async (services, { params, query }) => {
      const { value: account } = await getAccount(services, params);
      const whole = { name: `crm-tables/${account.prefix}`, position: /^[A-Z0-9]{1,6}$/ };
      const { list, request } = filteredList(whole, FILTER_BY, query);
      return { status: 200, body: pageBody(list, await services.tables.list(account.prefix, request)) };
    },
  }),
  define({
    method: 'POST',
    path: TABLES,
    operationId: 'createCrmTable',
    tag,
    summary:
      'Create a CRM table: a draft of the given fields, or of the twelve standard ones. Its prefix is unique over all accounts.',
    access: onAccount('crm-tables.design'),
    request: { params: AccountPathSchema, query: NOTHING, body: NewTableSchema },
    response: CREATED,
    problems: [404, 409],
    handle: async (services, request) => {
      const created = await createTable(services, request.params.accountPrefix, request.body, request);
      return { ...tableResponse(201, created, undefined), location: addressOf(created.table) };
    },
  }),
  define({
    method: 'POST',
    path: `${TABLE}/copies`,
    operationId: 'copyCrmTable',
    tag,
    summary:
      'Save As: copy the structure of a CRM table under a new prefix, unpublished and without any customer. The rules of roles for its fields are not copied.',
    access: onAccount('crm-tables.design'),
    request: { params: TablePathSchema, query: NOTHING, body: CopyOrderSchema },
    response: CREATED,
    problems: [404, 409],
    handle: async (services, request) => {
      const copied = await copyTable(services, request.params, request.body, request);
      return { ...tableResponse(201, copied, undefined), location: addressOf(copied.table) };
    },
  }),
  define({
    method: 'GET',
    path: TABLE,
    operationId: 'getCrmTable',
    tag,
    summary: 'Read a CRM table: its draft and its published version.',
    access: onAccount('setup.read'),
    request: { params: TablePathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The CRM table.', body: CrmTableResourceSchema, hasETag: true },
    problems: [404],
    handle: async (services, { params }) => {
      const found = await getTable(services, params);
      return tableResponse(200, found, await publishedOf(services, found));
    },
  }),
  define({
    method: 'PUT',
    path: TABLE,
    operationId: 'updateCrmTableDraft',
    tag,
    summary: 'Replace the whole draft of a CRM table. Agents see it once it is published.',
    access: onAccount('crm-tables.design'),
    request: { params: TablePathSchema, query: NOTHING, body: DraftInputSchema },
    conditional: true,
    response: {
      status: 200,
      description: 'The CRM table, with what publishing its draft would change.',
      body: SavedTableResourceSchema,
      hasETag: true,
    },
    problems: [404, 412, 428],
    handle: async (services, request) =>
      savedResponse(services, await updateDraft(services, request.params, request.body, request.revision, request)),
  }),
];
