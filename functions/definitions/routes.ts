import * as z from 'zod';
import { onCrmTable, requirePublished } from '../crm-tables/index.ts';
import type { Ids } from '../shared/domain/ids.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { etagOf } from '../shared/http/etag.ts';
import {
  ID_POSITION,
  PageQuerySchema,
  pageBody,
  pageRequest,
  pageSchema,
  VERSION_POSITION,
} from '../shared/http/pagination.ts';
import { PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import type { ApiResponse } from '../shared/http/response.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../shared/http/route.ts';
import { type Definition, DefinitionChangeSchema, DefinitionSchema, NewDefinitionSchema } from './domain/definition.ts';
import { DefinitionResourceSchema, definitionResource } from './resource.ts';
import { deleteDefinition } from './use-cases/delete-definition.ts';
import { definitionNotFound, getDefinition } from './use-cases/get-definition.ts';
import { createDefinition, type SavePorts, updateDefinition } from './use-cases/save-definition.ts';

export interface DefinitionServices extends SavePorts {
  readonly ids: Ids;
  readonly answers: AnswerStore;
}

const access = onCrmTable('customers.import', 'params');

const TablePathSchema = z.strictObject({ prefix: PrefixParameterSchema });
const DefinitionPathSchema = TablePathSchema.extend({ definitionId: z.string().min(1).max(100) });

const DEFINITIONS = '/crm-tables/{prefix}/definitions';
const DEFINITION = `${DEFINITIONS}/{definitionId}`;
const tag = 'Import definitions';

const define = routesOf<DefinitionServices>();

async function answer(services: DefinitionServices, status: number, definition: Definition): Promise<ApiResponse> {
  const table = await requirePublished(services, definition.prefix);
  return { status, body: await definitionResource(services, definition, table), etag: etagOf(definition.version) };
}

export const routes: readonly Route<DefinitionServices>[] = [
  define({
    method: 'GET',
    path: DEFINITIONS,
    operationId: 'listImportDefinitions',
    tag,
    summary: 'List the import definitions of a CRM table, the oldest first.',
    access,
    request: { params: TablePathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of import definitions.', body: pageSchema(DefinitionResourceSchema) },
    problems: [404, 409],
    handle: async (services, { params: { prefix }, query }) => {
      const table = await requirePublished(services, prefix);
      const list = { name: `definitions/${prefix}`, position: ID_POSITION };
      const page = await services.definitions.list(prefix, pageRequest(list, query));
      const items = await Promise.all(page.items.map((each) => definitionResource(services, each, table)));
      return { status: 200, body: pageBody(list, { ...page, items }) };
    },
  }),
  define({
    method: 'POST',
    path: DEFINITIONS,
    operationId: 'createImportDefinition',
    tag,
    summary: 'Save how files are imported into a CRM table, under a name. A new default takes the place of the former.',
    access,
    request: { params: TablePathSchema, query: NOTHING, body: NewDefinitionSchema },
    response: {
      status: 201,
      description: 'The import definition.',
      body: DefinitionResourceSchema,
      hasETag: true,
      hasLocation: true,
    },
    problems: [404, 409],
    handle: async (services, { params: { prefix }, body }) => {
      const created = await createDefinition(services, prefix, body);
      const location = `/crm-tables/${prefix}/definitions/${created.definitionId}`;
      return { status: 201, body: { ...created, warnings: [] }, etag: etagOf(created.version), location };
    },
  }),
  define({
    method: 'GET',
    path: DEFINITION,
    operationId: 'getImportDefinition',
    tag,
    summary: 'Read an import definition, with a warning for each thing that has changed in its CRM table since.',
    access,
    request: { params: DefinitionPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The import definition.', body: DefinitionResourceSchema, hasETag: true },
    problems: [404, 409],
    handle: async (services, { params }) => answer(services, 200, await getDefinition(services, params)),
  }),
  define({
    method: 'PUT',
    path: DEFINITION,
    operationId: 'updateImportDefinition',
    tag,
    summary: 'Update an import definition. The update makes a new version; imports that were made keep theirs.',
    access,
    request: { params: DefinitionPathSchema, query: NOTHING, body: DefinitionChangeSchema },
    conditional: true,
    response: {
      status: 200,
      description: 'The updated import definition.',
      body: DefinitionResourceSchema,
      hasETag: true,
    },
    problems: [404, 409, 412, 428],
    handle: async (services, { params, body, revision }) => {
      const changed = await updateDefinition(services, params, body, revision);
      return { status: 200, body: { ...changed, warnings: [] }, etag: etagOf(changed.version) };
    },
  }),
  define({
    method: 'DELETE',
    path: DEFINITION,
    operationId: 'deleteImportDefinition',
    tag,
    summary: 'Delete an import definition. Refused while a schedule imports by it.',
    access,
    request: { params: DefinitionPathSchema, query: NOTHING, body: NO_BODY },
    conditional: true,
    response: { status: 204, description: 'It is gone; its versions stay readable.' },
    problems: [404, 409, 412, 428],
    handle: async (services, { params, revision }) => {
      await deleteDefinition(services, params, revision);
      return { status: 204 };
    },
  }),
  define({
    method: 'GET',
    path: `${DEFINITION}/versions`,
    operationId: 'listImportDefinitionVersions',
    tag,
    summary: 'List every version of an import definition, the newest first, also of one that was deleted.',
    access,
    request: { params: DefinitionPathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of versions.', body: pageSchema(DefinitionSchema) },
    problems: [404],
    handle: async (services, { params: { prefix, definitionId }, query }) => {
      const list = { name: `definition-versions/${prefix}/${definitionId}`, position: VERSION_POSITION };
      const page = await services.definitions.listVersions(prefix, definitionId, pageRequest(list, query));
      if (page.items.length === 0 && query.cursor === undefined) throw definitionNotFound(prefix);
      return { status: 200, body: pageBody(list, page) };
    },
  }),
];
