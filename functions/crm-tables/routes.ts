import * as z from 'zod';
import { type AccountRepository, getAccount } from '../accounts/index.ts';
import type { Clock } from '../shared/domain/clock.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { PageQuerySchema, pageBody, pageRequest, pageSchema } from '../shared/http/pagination.ts';
import { AccountPathSchema, PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import { EVERYONE, type Role } from '../shared/http/roles.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../shared/http/route.ts';
import { DraftInputSchema, NewTableSchema } from './domain/draft.ts';
import { PublishedTableSchema } from './domain/published-table.ts';
import { TableSummarySchema, VersionSummarySchema } from './domain/summaries.ts';
import type { CrmTableRepository, PublishedTableReader, TableWithDraft } from './ports.ts';
import { CrmTableResourceSchema, tableResponse } from './resource.ts';
import { createTable } from './use-cases/create-table.ts';
import { getTable } from './use-cases/get-table.ts';
import { getVersion } from './use-cases/get-version.ts';
import { publishTable } from './use-cases/publish-table.ts';
import { updateDraft } from './use-cases/update-draft.ts';

export interface CrmTableServices {
  readonly accounts: Pick<AccountRepository, 'read'>;
  readonly tables: CrmTableRepository;
  readonly versions: PublishedTableReader;
  readonly clock: Clock;
  readonly answers: AnswerStore;
}

/** The structure of customer data is the administrator's alone. */
const DESIGNERS: readonly Role[] = ['administrator'];

const TablePathSchema = AccountPathSchema.extend({ prefix: PrefixParameterSchema });
const VersionPathSchema = TablePathSchema.extend({ version: z.coerce.number().int().min(1).max(99_999) });

const TABLES = '/accounts/{accountPrefix}/crm-tables';
const TABLE = `${TABLES}/{prefix}`;
const tag = 'CRM tables';

const define = routesOf<CrmTableServices>();

async function publishedOf({ versions }: CrmTableServices, { table }: TableWithDraft) {
  return table.publishedVersion === undefined ? undefined : versions.readVersion(table.prefix, table.publishedVersion);
}

export const routes: readonly Route<CrmTableServices>[] = [
  define({
    method: 'GET',
    path: TABLES,
    operationId: 'listCrmTables',
    tag,
    summary: 'List the CRM tables of an account, by prefix.',
    roles: EVERYONE,
    request: { params: AccountPathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of CRM tables.', body: pageSchema(TableSummarySchema) },
    problems: [404],
    handle: async (services, { params, query }) => {
      const { value: account } = await getAccount(services, params.accountPrefix);
      const scope = `crm-tables/${account.prefix}`;
      return {
        status: 200,
        body: pageBody(scope, await services.tables.list(account.prefix, pageRequest(scope, query))),
      };
    },
  }),
  define({
    method: 'POST',
    path: TABLES,
    operationId: 'createCrmTable',
    tag,
    summary: 'Create a CRM table: a draft of the twelve standard fields. Its prefix is unique over all accounts.',
    roles: DESIGNERS,
    request: { params: AccountPathSchema, query: NOTHING, body: NewTableSchema },
    response: {
      status: 201,
      description: 'The CRM table.',
      body: CrmTableResourceSchema,
      hasETag: true,
      hasLocation: true,
    },
    problems: [404, 409],
    handle: async (services, { params, body }) => {
      const created = await createTable(services, params.accountPrefix, body);
      const location = `/accounts/${created.table.accountPrefix}/crm-tables/${created.table.prefix}`;
      return { ...tableResponse(201, created, undefined), location };
    },
  }),
  define({
    method: 'GET',
    path: TABLE,
    operationId: 'getCrmTable',
    tag,
    summary: 'Read a CRM table: its draft and its published version.',
    roles: EVERYONE,
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
    roles: DESIGNERS,
    request: { params: TablePathSchema, query: NOTHING, body: DraftInputSchema },
    conditional: true,
    response: { status: 200, description: 'The CRM table.', body: CrmTableResourceSchema, hasETag: true },
    problems: [404, 412, 428],
    handle: async (services, { params, body, revision }) => {
      const updated = await updateDraft(services, params, body, revision);
      return tableResponse(200, updated, await publishedOf(services, updated));
    },
  }),
  define({
    method: 'POST',
    path: `${TABLE}/publish`,
    operationId: 'publishCrmTable',
    tag,
    summary: 'Publish the draft as the next version. Refused while an import runs on the CRM table.',
    roles: DESIGNERS,
    request: { params: TablePathSchema, query: NOTHING, body: NO_BODY },
    conditional: true,
    response: { status: 201, description: 'The published version.', body: PublishedTableSchema, hasLocation: true },
    problems: [404, 409, 412, 428],
    handle: async (services, { params, revision }) => {
      const version = await publishTable(services, params, revision);
      const table = `/accounts/${version.accountPrefix}/crm-tables/${version.prefix}`;
      return { status: 201, body: version, location: `${table}/versions/${version.version}` };
    },
  }),
  define({
    method: 'GET',
    path: `${TABLE}/versions`,
    operationId: 'listCrmTableVersions',
    tag,
    summary: 'List the published versions of a CRM table, the newest first.',
    roles: EVERYONE,
    request: { params: TablePathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of versions.', body: pageSchema(VersionSummarySchema) },
    problems: [404],
    handle: async (services, { params, query }) => {
      const { table } = await getTable(services, params);
      const scope = `versions/${table.prefix}`;
      const page = await services.tables.listVersions(table.prefix, pageRequest(scope, query));
      return { status: 200, body: pageBody(scope, page) };
    },
  }),
  define({
    method: 'GET',
    path: `${TABLE}/versions/{version}`,
    operationId: 'getCrmTableVersion',
    tag,
    summary: 'Read a published version of a CRM table, whether or not it is still the published one.',
    roles: EVERYONE,
    request: { params: VersionPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The version.', body: PublishedTableSchema },
    problems: [404],
    handle: async (services, { params }) => ({
      status: 200,
      body: await getVersion(services, params, params.version),
    }),
  }),
];
