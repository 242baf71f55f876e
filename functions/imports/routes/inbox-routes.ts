import * as z from 'zod';
import { onCrmTable } from '../../crm-tables/index.ts';
import type { Permission } from '../../shared/domain/permissions.ts';
import { PrefixParameterSchema } from '../../shared/http/path-parameters.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { ImportResourceSchema, importResource } from '../resource.ts';
import { type InboxImportPorts, importFromInbox } from '../use-cases/uploads/import-from-inbox.ts';
import { type ListInboxPorts, listInbox } from '../use-cases/uploads/list-inbox.ts';
import { InboxImportSchema, InboxSchema } from './upload-schemas.ts';

export type InboxServices = InboxImportPorts & ListInboxPorts;

const PERMISSION: Permission = 'customers.import';

const define = routesOf<InboxServices>();

export const inboxRoutes: readonly Route<InboxServices>[] = [
  define({
    method: 'GET',
    path: '/crm-tables/{prefix}/inbox',
    operationId: 'listInbox',
    tag: 'Imports',
    summary: 'List the newest files in the inbox of a CRM table.',
    access: onCrmTable(PERMISSION, 'params'),
    request: { params: z.strictObject({ prefix: PrefixParameterSchema }), query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The newest hundred files, the newest first.', body: InboxSchema },
    problems: [404],
    handle: async (services, { params }) => ({ status: 200, body: await listInbox(services, params.prefix) }),
  }),
  define({
    method: 'POST',
    path: '/imports/from-inbox',
    operationId: 'importFromInbox',
    tag: 'Imports',
    summary: 'Import a file of the inbox now, as it is at this moment.',
    access: onCrmTable(PERMISSION, 'body'),
    request: { params: NOTHING, query: NOTHING, body: InboxImportSchema },
    idempotency: 'own',
    response: { status: 201, description: 'The import.', body: ImportResourceSchema, hasLocation: true },
    problems: [404, 409, 422],
    handle: async (services, request) => {
      const record = await importFromInbox(services, request.body, request);
      return {
        status: 201,
        location: `/imports/${record.importId}`,
        body: importResource({ record, files: [] }),
      };
    },
  }),
];
