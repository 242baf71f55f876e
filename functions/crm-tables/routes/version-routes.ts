import * as z from 'zod';
import { onAccount } from '../../shared/http/access.ts';
import { etagOf } from '../../shared/http/etag.ts';
import { PageQuerySchema, pageBody, pageRequest, pageSchema, VERSION_POSITION } from '../../shared/http/pagination.ts';
import { NO_BODY, NOTHING, type Route } from '../../shared/http/route.ts';
import { ChangesSchema } from '../domain/changes/changes.ts';
import { VersionSummarySchema } from '../domain/summaries.ts';
import { PublicationResourceSchema, PublishedTableResourceSchema, SavedTableResourceSchema } from '../resource.ts';
import { getChanges } from '../use-cases/get-changes.ts';
import { getTable } from '../use-cases/get-table.ts';
import { getVersion } from '../use-cases/get-version.ts';
import { publishTable } from '../use-cases/publish-table.ts';
import { restoreVersion } from '../use-cases/restore-version.ts';
import {
  addressOf,
  type CrmTableServices,
  define,
  savedResponse,
  TABLE,
  TablePathSchema,
  tag,
  VersionPathSchema,
} from './common.ts';

const PublishQuerySchema = z.strictObject({
  confirm: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Confirms changes that mean something for existing customers: `confirm` of the changes.' }),
});

export const versionRoutes: readonly Route<CrmTableServices>[] = [
  define({
    method: 'GET',
    path: `${TABLE}/changes`,
    operationId: 'getCrmTableChanges',
    tag,
    summary: 'See what publishing the draft would change, and what that means for customers who are there.',
    access: onAccount('setup.read'),
    request: { params: TablePathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The changes; the ETag is the draft’s.', body: ChangesSchema, hasETag: true },
    problems: [404],
    handle: async (services, { params }) => {
      const found = await getTable(services, params);
      return { status: 200, body: await getChanges(services, found), etag: etagOf(found.draft.revision) };
    },
  }),
  define({
    method: 'POST',
    path: `${TABLE}/publish`,
    operationId: 'publishCrmTable',
    tag,
    summary:
      'Publish the draft as the next version. Changes that mean something for existing customers must be confirmed. Rejected while an import runs on the CRM table.',
    access: onAccount('crm-tables.publish'),
    request: { params: TablePathSchema, query: PublishQuerySchema, body: NO_BODY },
    conditional: true,
    response: {
      status: 201,
      description: 'The published version, with what it changed; the ETag is the draft’s, which publishing raises.',
      body: PublicationResourceSchema,
      hasETag: true,
      hasLocation: true,
    },
    problems: [404, 409, 412, 428],
    handle: async (services, request) => {
      const { params, query, revision } = request;
      const published = await publishTable(services, params, { revision, confirmed: query.confirm }, request);
      const { version, changes } = published;
      const location = `${addressOf(version)}/versions/${version.version}`;
      return { status: 201, body: { ...version, changes }, etag: etagOf(published.revision), location };
    },
  }),
  define({
    method: 'GET',
    path: `${TABLE}/versions`,
    operationId: 'listCrmTableVersions',
    tag,
    summary: 'List the published versions of a CRM table, the newest first.',
    access: onAccount('setup.read'),
    request: { params: TablePathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of versions.', body: pageSchema(VersionSummarySchema) },
    problems: [404],
    handle: async (services, { params, query }) => {
      const { table } = await getTable(services, params);
      const list = { name: `versions/${table.prefix}`, position: VERSION_POSITION };
      const page = await services.tables.listVersions(table.prefix, pageRequest(list, query));
      return { status: 200, body: pageBody(list, page) };
    },
  }),
  define({
    method: 'GET',
    path: `${TABLE}/versions/{version}`,
    operationId: 'getCrmTableVersion',
    tag,
    summary: 'Read a published version of a CRM table, whether or not it is still the published one.',
    access: onAccount('setup.read'),
    request: { params: VersionPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The version.', body: PublishedTableResourceSchema },
    problems: [404],
    handle: async (services, { params }) => ({
      status: 200,
      body: await getVersion(services, params, params.version),
    }),
  }),
  define({
    method: 'POST',
    path: `${TABLE}/versions/{version}/restore`,
    operationId: 'restoreCrmTableVersion',
    tag,
    summary:
      'Roll back: make the structure of a published version the draft again. Agents see it once it is published.',
    access: onAccount('crm-tables.design'),
    request: { params: VersionPathSchema, query: NOTHING, body: NO_BODY },
    conditional: true,
    response: {
      status: 200,
      description: 'The CRM table, with what publishing its draft would change.',
      body: SavedTableResourceSchema,
      hasETag: true,
    },
    problems: [404, 412, 428],
    handle: async (services, request) => {
      const { params, revision } = request;
      return savedResponse(services, await restoreVersion(services, params, params.version, revision, request));
    },
  }),
];
