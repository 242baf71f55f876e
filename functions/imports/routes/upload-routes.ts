import { onCrmTable } from '../../crm-tables/index.ts';
import type { ObjectAddresses } from '../../shared/domain/object-store.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import type { Import } from '../domain/import.ts';
import { partCountOf, partSizesOf } from '../domain/uploads/upload-parts.ts';
import { ImportPathSchema, ImportResourceSchema, importResource } from '../resource.ts';
import { type ReadPorts, readImport } from '../use-cases/lifecycle/read-import.ts';
import { type AnnouncePorts, announceUpload } from '../use-cases/uploads/announce-upload.ts';
import { completeUpload } from '../use-cases/uploads/complete-upload.ts';
import { listParts } from '../use-cases/uploads/list-parts.ts';
import { signParts } from '../use-cases/uploads/sign-parts.ts';
import { onImport } from './on-import.ts';
import * as schemas from './upload-schemas.ts';

export type UploadServices = AnnouncePorts & ReadPorts & { readonly addresses: ObjectAddresses };

const define = routesOf<UploadServices>();

const access = onImport('customers.import');

/** How the client sends the file of an import that awaits its upload. */
async function uploadOf({ addresses }: UploadServices, record: Import) {
  if (record.status !== 'awaiting-upload' || !record.announced) return {};
  const sizes = partSizesOf(record);
  if (sizes) {
    return { upload: { kind: 'multipart', partBytes: sizes.partBytes, partCount: partCountOf(sizes) } };
  }
  return { upload: { kind: 'single', ...(await addresses.forUpload(record.source.key, record.announced.bytes)) } };
}

export const uploadRoutes: readonly Route<UploadServices>[] = [
  define({
    method: 'POST',
    path: '/imports',
    operationId: 'createImport',
    tag: 'Imports',
    summary: 'Announce a file to import; the answer says where to send it. The import starts when it has arrived.',
    access: onCrmTable('customers.import', 'body'),
    request: { params: NOTHING, query: NOTHING, body: schemas.AnnouncementSchema },
    idempotency: 'own',
    response: {
      status: 201,
      description: 'The import, and how to send its file: whole, or in parts when it is over 64 MiB.',
      body: schemas.AnnouncedSchema,
      hasLocation: true,
    },
    problems: [404, 409, 422],
    handle: async (services, request) => {
      const record = await announceUpload(services, request.body, request);
      return {
        status: 201,
        location: `/imports/${record.importId}`,
        body: { ...importResource({ record, files: [] }), ...(await uploadOf(services, record)) },
      };
    },
  }),
  define({
    method: 'GET',
    path: '/imports/{importId}/parts',
    operationId: 'listImportParts',
    tag: 'Imports',
    summary: 'List the parts of a file that have arrived, to go on with an upload.',
    access,
    request: { params: ImportPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'What has arrived, and how the file is cut.', body: schemas.PartsSchema },
    problems: [404, 409],
    handle: async (services, { params }) => {
      const { sizes, parts } = await listParts(services, params.importId);
      return { status: 200, body: { ...sizes, partCount: partCountOf(sizes), items: parts } };
    },
  }),
  define({
    method: 'POST',
    path: '/imports/{importId}/parts',
    operationId: 'signImportParts',
    tag: 'Imports',
    summary: 'Get addresses to send parts of a file to.',
    access,
    request: { params: ImportPathSchema, query: NOTHING, body: schemas.SignPartsSchema },
    idempotency: 'none',
    response: {
      status: 200,
      description: 'An address for each part. The request to it must begin within 5 minutes.',
      body: schemas.SignedPartsSchema,
    },
    problems: [404, 409],
    handle: async (services, { params, body }) => ({
      status: 200,
      body: { items: await signParts(services, params.importId, body.partNumbers) },
    }),
  }),
  define({
    method: 'POST',
    path: '/imports/{importId}/complete',
    operationId: 'completeImportUpload',
    tag: 'Imports',
    summary: 'Join the parts of a file, once all have arrived. Repeating it does no harm.',
    access,
    request: { params: ImportPathSchema, query: NOTHING, body: schemas.CompleteSchema },
    // 10,000 parts of 70 bytes each; the service passes them on to S3.
    largestBodyBytes: 1024 * 1024,
    idempotency: 'none',
    response: { status: 200, description: 'The import, which starts by itself.', body: ImportResourceSchema },
    problems: [404, 409],
    handle: async (services, { params, body }) => {
      await completeUpload(services, params.importId, body.parts);
      return { status: 200, body: importResource(await readImport(services, params.importId)) };
    },
  }),
];
