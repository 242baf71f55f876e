import * as z from 'zod';
import { onCrmTableOrAll, type PublishedTableReader } from '../../crm-tables/index.ts';
import { type Caller, scopeOf } from '../../shared/domain/caller.ts';
import { ALL_ON, isOff } from '../../shared/domain/features.ts';
import { reachesEveryField } from '../../shared/domain/field-rules.ts';
import type { Permission } from '../../shared/domain/permissions.ts';
import { PageQuerySchema, pageBody, pageRequest } from '../../shared/http/pagination.ts';
import { PrefixParameterSchema } from '../../shared/http/path-parameters.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { type Import, ImportStatusSchema } from '../domain/import.ts';
import {
  IMPORT_POSITION,
  ImportPageSchema,
  ImportPathSchema,
  ImportResourceSchema,
  importResource,
  importSummary,
} from '../resource.ts';
import { type ListPorts, listImports } from '../use-cases/lifecycle/list-imports.ts';
import { type ReadPorts, readImport } from '../use-cases/lifecycle/read-import.ts';
import { onImport } from './on-import.ts';

const ImportQuerySchema = PageQuerySchema.extend({
  prefix: PrefixParameterSchema.optional().meta({
    description: 'Only imports of this CRM table. Without it: the imports of every CRM table that the caller may see.',
    example: 'VOUCIM',
  }),
  status: ImportStatusSchema.optional().meta({
    description: 'Only imports with this status. A page may then be short, and yet have a `nextCursor`.',
  }),
  requestedBy: z.string().min(1).max(128).optional().meta({
    description:
      'Only imports that this user has made by the API. A page may then be short, and yet have a `nextCursor`.',
    example: 'tester',
  }),
  from: z.iso.datetime().optional().meta({
    description: 'Only imports that were made at this time or later.',
    example: '2026-11-22T00:00:00.000Z',
  }),
  before: z.iso.datetime().optional().meta({
    description: 'Only imports that were made before this time.',
    example: '2026-11-23T00:00:00.000Z',
  }),
});

const dateOf = (time: string | undefined): Date | undefined => (time === undefined ? undefined : new Date(time));

export type ReadServices = ReadPorts & ListPorts & { readonly tables: Pick<PublishedTableReader, 'readPublished'> };

const PERMISSION: Permission = 'customers.import';

/** A rejection may quote the file, so imports of a CRM table with a field that the caller does not see are left out. */
const maySee = (caller: Caller, { prefix, accountPrefix }: Import): boolean =>
  accountPrefix === undefined ||
  (!isOff(caller.switches ?? ALL_ON, 'crm', accountPrefix) &&
    reachesEveryField(caller, PERMISSION, { prefix, accountPrefix }));

const define = routesOf<ReadServices>();

export const readRoutes: readonly Route<ReadServices>[] = [
  define({
    method: 'GET',
    path: '/imports',
    operationId: 'listImports',
    tag: 'Imports',
    summary: 'List imports, newest first: those of one CRM table, or of all.',
    access: onCrmTableOrAll(PERMISSION),
    request: { params: NOTHING, query: ImportQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of imports.', body: ImportPageSchema },
    problems: [],
    handle: async (services, { query, caller }) => {
      const { prefix, status, requestedBy, from, before, ...paging } = query;
      const list = { name: prefix === undefined ? 'imports' : `imports/${prefix}`, position: IMPORT_POSITION };
      const filter = {
        ...{ prefix, status, requestedBy, from: dateOf(from), before: dateOf(before) },
        isShown: (found: Import) => maySee(caller, found),
      };
      const { items, ...page } = await listImports(
        services,
        scopeOf(caller, PERMISSION),
        filter,
        pageRequest(list, paging),
      );
      return { status: 200, body: pageBody(list, { ...page, items: items.map(importSummary) }) };
    },
  }),
  define({
    method: 'GET',
    path: '/imports/{importId}',
    operationId: 'getImport',
    tag: 'Imports',
    summary: 'Read an import: status, progress, counts and files.',
    access: onImport(PERMISSION),
    request: { params: ImportPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The import.', body: ImportResourceSchema },
    problems: [404],
    handle: async (services, { params }) => ({
      status: 200,
      body: importResource(await readImport(services, params.importId)),
    }),
  }),
];
