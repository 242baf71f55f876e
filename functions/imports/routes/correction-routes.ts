import type { ObjectStore } from '../../shared/domain/object-store.ts';
import { PageQuerySchema, pageBody, pageRequest } from '../../shared/http/pagination.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { ImportColumnsSchema } from '../domain/correction.ts';
import type { ImportRepository } from '../ports.ts';
import { IMPORT_POSITION, ImportPageSchema, ImportPathSchema, importSummary } from '../resource.ts';
import { listCorrections } from '../use-cases/lifecycle/list-corrections.ts';
import { readColumns } from '../use-cases/lifecycle/read-columns.ts';
import { onImport } from './on-import.ts';

export interface CorrectionServices {
  readonly imports: Pick<ImportRepository, 'find' | 'listCorrections'>;
  readonly store: ObjectStore;
}

const define = routesOf<CorrectionServices>();

const access = onImport('customers.import');

export const correctionRoutes: readonly Route<CorrectionServices>[] = [
  define({
    method: 'GET',
    path: '/imports/{importId}/columns',
    operationId: 'getImportColumns',
    tag: 'Imports',
    summary: 'Read how an import maps the columns of its file, to correct its failed records.',
    access,
    request: { params: ImportPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The columns of the file.', body: ImportColumnsSchema },
    problems: [404, 409],
    handle: async (services, { params }) => ({ status: 200, body: await readColumns(services, params.importId) }),
  }),
  define({
    method: 'GET',
    path: '/imports/{importId}/corrections',
    operationId: 'listImportCorrections',
    tag: 'Imports',
    summary: 'List the imports that correct the failed records of an import, newest first.',
    access,
    request: { params: ImportPathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of imports.', body: ImportPageSchema },
    problems: [404],
    handle: async (services, { params: { importId }, query }) => {
      const list = { name: `corrections/${importId}`, position: IMPORT_POSITION };
      const { items, ...page } = await listCorrections(services, importId, pageRequest(list, query));
      return { status: 200, body: pageBody(list, { ...page, items: items.map(importSummary) }) };
    },
  }),
];
