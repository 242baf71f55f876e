import * as z from 'zod';
import { onCrmTable, type PublishedTableReader, requireFields } from '../crm-tables/index.ts';
import type { AuditLog } from '../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../shared/domain/caller.ts';
import type { Ids } from '../shared/domain/ids.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { entityRoutes } from '../shared/http/entity-routes.ts';
import { PageQuerySchema, pageBody, pageRequest, pageSchema, VERSION_POSITION } from '../shared/http/pagination.ts';
import { PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import { NO_BODY, ofFeature, routesOf } from '../shared/http/route.ts';
import { type Definition, DefinitionSchema, DefinitionUpdateSchema, NewDefinitionSchema } from './domain/definition.ts';
import { DefinitionResourceSchema, definitionResource } from './resource.ts';
import { deleteDefinition } from './use-cases/delete-definition.ts';
import { definitionNotFound, getDefinition } from './use-cases/get-definition.ts';
import { createDefinition, type SavePorts, updateDefinition } from './use-cases/save-definition.ts';

export interface DefinitionServices extends SavePorts {
  readonly tables: SavePorts['tables'] & PublishedTableReader;
  readonly ids: Ids;
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

const TablePathSchema = z.strictObject({ prefix: PrefixParameterSchema });
const DefinitionPathSchema = TablePathSchema.extend({
  definitionId: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'The id of an import definition.', example: '0193a5c07e4b1f2d3c4b5a69788f' }),
});

const DEFINITIONS = '/crm-tables/{prefix}/definitions';
const DEFINITION = `${DEFINITIONS}/{definitionId}`;
const tag = 'Import definitions';
const PERMISSION = 'customers.import';

/** A definition that was just saved fits its CRM table. */
const saved = ({ value, revision }: Revised<Definition>) => ({ value: { ...value, warnings: [] }, revision });

const entity = entityRoutes({
  noun: 'import definition',
  plural: 'import definitions',
  tag,
  path: DEFINITIONS,
  params: { parent: TablePathSchema, id: DefinitionPathSchema },
  schema: DefinitionResourceSchema,
  input: { create: NewDefinitionSchema, update: DefinitionUpdateSchema },
  access: (permission) => onCrmTable(permission, 'params'),
  permissions: { read: PERMISSION, write: PERMISSION },
  idOf: ({ prefix, definitionId }) => ({ prefix, definitionId }),
  filterBy: ['name'],
  summaries: {
    list: 'List the import definitions of a CRM table, the oldest first.',
    create: 'Save how files are imported into a CRM table, under a name. A new default takes the place of the former.',
    get: 'Read an import definition, with a warning for each thing that has changed in its CRM table since.',
    update: 'Update an import definition. The update makes a new version; imports that were made keep theirs.',
    delete: 'Delete an import definition. Rejected while a schedule imports by it.',
  },
  deleted: 'It is gone; its versions stay readable.',
  useCases: {
    async list(services: DefinitionServices, { prefix }, request) {
      const table = await requireFields(services, prefix);
      const page = await services.definitions.list(prefix, request);
      const show = async ({ value, revision }: Revised<Definition>) => ({
        value: await definitionResource(services, value, table),
        revision,
      });
      return { ...page, items: await Promise.all(page.items.map(show)) };
    },
    create: async (services, { prefix }, input, origin) =>
      saved(await createDefinition(services, prefix, input, origin)),
    async get(services, path) {
      const { value, revision } = await getDefinition(services, path);
      const table = await requireFields(services, path.prefix);
      return { value: await definitionResource(services, value, table), revision };
    },
    update: async (services, path, input, revision, origin) =>
      saved(await updateDefinition(services, path, input, revision, origin)),
    remove: (services, path, revision, origin) => deleteDefinition(services, path, revision, origin),
  },
});

const define = routesOf<DefinitionServices>();

export const routes = ofFeature<DefinitionServices>('crm', [
  ...entity,
  define({
    method: 'GET',
    path: `${DEFINITION}/versions`,
    operationId: 'listImportDefinitionVersions',
    tag,
    summary: 'List every version of an import definition, the newest first, also of one that was deleted.',
    access: onCrmTable(PERMISSION, 'params'),
    request: { params: DefinitionPathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of versions.', body: pageSchema(DefinitionSchema) },
    problems: [404],
    handle: async (services, { params: { prefix, definitionId }, query }) => {
      const list = { name: `definition-versions/${prefix}/${definitionId}`, position: VERSION_POSITION };
      const page = await services.definitions.listVersions({ prefix, definitionId }, pageRequest(list, query));
      if (page.items.length === 0 && query.cursor === undefined) throw definitionNotFound(prefix);
      return { status: 200, body: pageBody(list, { ...page, items: page.items.map(({ value }) => value) }) };
    },
  }),
]);
