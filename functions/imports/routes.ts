import * as z from 'zod';
import { PageQuerySchema, pageBody, pageRequest, pageSchema } from '../shared/http/pagination.ts';
import { PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../shared/http/route.ts';
import { type Import, ImportSchema } from './domain/import.ts';
import { type ImportView, type ReadPorts, readImport } from './use-cases/read-import.ts';

/** What the API says of an import: where it stands among leases is nobody's business outside. */
const ImportSummarySchema = ImportSchema.omit({ fence: true, progress: true });

const count = z.int().min(0);
const ImportViewSchema = ImportSummarySchema.extend({
  progress: z
    .strictObject({
      stage: z.string(),
      chunks: count,
      chunksDone: count,
      records: count.optional(),
      recordsDone: count.optional(),
      recordsPerSecond: count.optional(),
      secondsLeft: count.optional(),
    })
    .optional()
    .meta({ description: 'How far the stage that runs now has come.' }),
  files: z
    .array(z.strictObject({ name: z.string(), bucket: z.string(), key: z.string(), bytes: count }))
    .meta({ description: 'What the import has left in the bucket so far.' }),
});

const ImportQuerySchema = PageQuerySchema.extend({
  prefix: PrefixParameterSchema.meta({ description: 'The CRM table whose imports are listed.' }),
});

const define = routesOf<ReadPorts>();

function summary({ fence, progress, ...shown }: Import): z.infer<typeof ImportSummarySchema> {
  return shown;
}

const view = ({ record, ...rest }: ImportView) => ({ ...summary(record), ...rest });

export const routes: readonly Route<ReadPorts>[] = [
  define({
    method: 'GET',
    path: '/imports',
    operationId: 'listImports',
    tag: 'Imports',
    summary: 'List the imports of a CRM table, newest first.',
    roles: ['supervisor', 'administrator'],
    request: { params: NOTHING, query: ImportQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of imports.', body: pageSchema(ImportSummarySchema) },
    problems: [],
    handle: async ({ imports }, { query }) => {
      const { prefix, ...paging } = query;
      const scope = `imports/${prefix}`;
      const { items, ...page } = await imports.list(prefix, pageRequest(scope, paging));
      return { status: 200, body: pageBody(scope, { ...page, items: items.map(summary) }) };
    },
  }),
  define({
    method: 'GET',
    path: '/imports/{importId}',
    operationId: 'getImport',
    tag: 'Imports',
    summary: 'Read an import: status, progress, counts and files.',
    roles: ['supervisor', 'administrator'],
    request: { params: z.strictObject({ importId: z.string().min(1).max(100) }), query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The import.', body: ImportViewSchema },
    problems: [404],
    handle: async (services, { params }) => ({
      status: 200,
      body: view(await readImport(services, params.importId)),
    }),
  }),
];
