import * as z from 'zod';
import { onCrmTable } from '../crm-tables/index.ts';
import type { AuditLog } from '../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../shared/domain/caller.ts';
import { lineOfText } from '../shared/domain/text.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { entityRoutes } from '../shared/http/entity-routes.ts';
import { PageQuerySchema, pageBody, pageRequest } from '../shared/http/pagination.ts';
import { PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import { NO_BODY, NOTHING, ofFeature, type Route, routesOf } from '../shared/http/route.ts';
import { EXPORT_ID, tableOfExport } from './domain/export.ts';
import {
  ExportDefinitionInputSchema,
  ExportDefinitionSchema,
  exportDefinitionPath,
} from './domain/export-definition.ts';
import { ExportOptionsSchema } from './domain/export-options.ts';
import { onExport } from './on-export.ts';
import type { ExportPorts } from './ports.ts';
import { ExportPageSchema, ExportResourceSchema, exportResource, exportSummary } from './resource.ts';
import { exportDefinitionUseCases } from './use-cases/export-definition-use-cases.ts';
import { cancelExport, getExport, listExports, resumeExport } from './use-cases/manage-exports.ts';
import { startExport } from './use-cases/start-export.ts';

export interface ExportServices extends ExportPorts {
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

const define = routesOf<ExportServices>();
const tag = 'Exports';
const PERMISSION = 'customers.export';
const LONGEST_FILE_NAME = 120;

const TablePathSchema = z.strictObject({ prefix: PrefixParameterSchema });
const idOfDefinition = z
  .string()
  .min(1)
  .max(100)
  .meta({ description: 'The id of an export definition.', example: '0193a5c07e4b1f2d3c4b5a69788f' });

const entity = entityRoutes({
  noun: 'export definition',
  plural: 'export definitions',
  tag,
  path: '/crm-tables/{prefix}/export-definitions',
  params: { parent: TablePathSchema, id: TablePathSchema.extend({ exportDefinitionId: idOfDefinition }) },
  schema: ExportDefinitionSchema,
  input: { create: ExportDefinitionInputSchema, update: ExportDefinitionInputSchema },
  access: (permission) => onCrmTable(permission, 'params'),
  permissions: { read: PERMISSION, write: PERMISSION },
  idOf: exportDefinitionPath,
  filterBy: ['name'],
  problems: { list: [409], create: [409], get: [409], update: [409], delete: [409] },
  summaries: {
    list: 'List the export definitions of a CRM table, the oldest first.',
    create: 'Save how customers are exported from a CRM table, under a name.',
    update: 'Update an export definition; the request gives all of it again.',
    delete: 'Delete an export definition; its exports stay.',
  },
  useCases: {
    ...exportDefinitionUseCases,
    list: (services: ExportServices, ...rest) => exportDefinitionUseCases.list(services, ...rest),
  },
});

const ExportPathSchema = z.strictObject({
  exportId: z
    .string()
    .regex(EXPORT_ID, 'This is not the id of an export.')
    .meta({ description: 'The id of an export.', example: 'VOUCIM-0193a5c07e4b1f2d3c4b5a69788f' }),
});

const NewExportSchema = z
  .strictObject({
    prefix: PrefixParameterSchema,
    exportDefinitionId: idOfDefinition.optional(),
    options: ExportOptionsSchema.optional().meta({
      description: 'Left out: those of the export definition, or without one every default.',
    }),
    fileName: lineOfText(LONGEST_FILE_NAME)
      .regex(/^[^/\\:*?"<>|]+$/, 'A file name must not contain / \\ : * ? " < > or |.')
      .optional()
      .meta({ description: 'Of the file to download; by default made of the CRM table and the time.' }),
  })
  .meta({ id: 'NewExport' });

const ListQuerySchema = PageQuerySchema.extend({ prefix: PrefixParameterSchema });

const address = (exportId: string): string => `/exports/${exportId}`;
const prefixOf = (exportId: string): string => tableOfExport(exportId) ?? '';

function changeRoute(verb: 'cancel' | 'resume', summary: string, change: typeof cancelExport): Route<ExportServices> {
  return define({
    method: 'POST',
    path: `/exports/{exportId}/${verb}`,
    operationId: `${verb}Export`,
    tag,
    summary,
    access: onExport(PERMISSION),
    request: { params: ExportPathSchema, query: NOTHING, body: NO_BODY },
    idempotency: 'none',
    response: { status: 200, description: 'The export.', body: ExportResourceSchema },
    problems: [404, 409, 503],
    handle: async (services, request) => {
      const { exportId } = request.params;
      const changed = await change(services, { exportId, prefix: prefixOf(exportId) }, request);
      return { status: 200, body: await exportResource(services, changed) };
    },
  });
}

export const routes = ofFeature<ExportServices>('crm', [
  ...entity,
  define({
    method: 'GET',
    path: '/exports',
    operationId: 'listExports',
    tag,
    summary: 'List the exports of a CRM table, the newest first, without those of fields that your roles hide.',
    access: onCrmTable(PERMISSION, 'query'),
    request: { params: NOTHING, query: ListQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of exports.', body: ExportPageSchema },
    problems: [404, 409],
    handle: async (services, { query: { prefix, ...query }, caller }) => {
      const list = { name: `exports/${prefix}`, position: EXPORT_ID };
      const page = await listExports(services, prefix, pageRequest(list, query), caller);
      return { status: 200, body: pageBody(list, { ...page, items: page.items.map(exportSummary) }) };
    },
  }),
  define({
    method: 'POST',
    path: '/exports',
    operationId: 'startExport',
    tag,
    summary: 'Export the customers of a CRM table, or what people have changed, to a CSV file.',
    access: onCrmTable(PERMISSION, 'body'),
    request: { params: NOTHING, query: NOTHING, body: NewExportSchema },
    response: {
      status: 202,
      description: 'The export has been started.',
      body: ExportResourceSchema,
      hasLocation: true,
    },
    problems: [404, 409],
    handle: async (services, request) => {
      const started = await startExport(services, request.body, request);
      return { status: 202, body: { ...exportSummary(started), files: [] }, location: address(started.exportId) };
    },
  }),
  define({
    method: 'GET',
    path: '/exports/{exportId}',
    operationId: 'getExport',
    tag,
    summary: 'Read an export, with addresses from which its files can be downloaded for five minutes.',
    access: onExport(PERMISSION),
    request: { params: ExportPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The export.', body: ExportResourceSchema },
    problems: [404, 409],
    handle: async (services, { params: { exportId }, caller }) => {
      const { value } = await getExport(services, prefixOf(exportId), exportId, caller);
      return { status: 200, body: await exportResource(services, value) };
    },
  }),
  changeRoute('cancel', 'Cancel a running export; one that is over stays as it is.', cancelExport),
  changeRoute('resume', 'Resume a failed export: it continues where it stopped.', resumeExport),
]);
