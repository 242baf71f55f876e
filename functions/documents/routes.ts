import * as z from 'zod';
import { onCrmTable } from '../crm-tables/index.ts';
import { CustomerIdSchema, DocumentDeletionReasonSchema, DocumentIdSchema } from '../customers/index.ts';
import type { AuditLog } from '../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../shared/domain/caller.ts';
import type { Ids } from '../shared/domain/ids.ts';
import { onAccount } from '../shared/http/access.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { etagOf } from '../shared/http/etag.ts';
import { AccountPathSchema, PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import { NO_BODY, NOTHING, ofFeature, routesOf } from '../shared/http/route.ts';
import { NewUploadSchema, UploadIdSchema } from './domain/upload.ts';
import type { DocumentPorts } from './ports.ts';
import * as schemas from './resource.ts';
import { completeUpload } from './use-cases/complete-upload.ts';
import { deleteDocument } from './use-cases/delete-document.ts';
import { getDocument, getFileAddress } from './use-cases/get-document.ts';
import { getUsage } from './use-cases/get-usage.ts';
import { startUpload } from './use-cases/start-upload.ts';

export interface DocumentServices extends DocumentPorts {
  readonly ids: Ids;
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

const define = routesOf<DocumentServices>();
const tag = 'Documents';

const CUSTOMER = '/crm-tables/{prefix}/customers/{customerId}';
const UPLOADS = `${CUSTOMER}/document-uploads`;
const DOCUMENT = `${CUSTOMER}/documents/{documentId}`;

const CustomerPathSchema = z.strictObject({
  prefix: PrefixParameterSchema,
  customerId: CustomerIdSchema.meta({ description: 'The Customer ID, exactly as it is.', example: 'VOUCIM_10001' }),
});
const UploadPathSchema = CustomerPathSchema.extend({
  uploadId: UploadIdSchema.meta({ description: 'The id of an upload, from its announcement.' }),
});
const DocumentPathSchema = CustomerPathSchema.extend({
  documentId: DocumentIdSchema.meta({ description: 'The id of a document, from the history.' }),
});
const VersionPathSchema = DocumentPathSchema.extend({
  version: z.coerce.number().int().min(1).meta({ description: 'Counted from 1.', example: 1 }),
});
const AddressQuerySchema = z.strictObject({
  use: z.enum(['show', 'download']).default('show').meta({
    description: 'Whether a browser shows the file, if its type is safe to show, or saves it.',
  }),
});
const DeletionQuerySchema = z.strictObject({
  reason: DocumentDeletionReasonSchema.meta({ description: 'Why the document is deleted; it stays in the history.' }),
});

const read = onCrmTable('documents.read', 'params');
const attach = onCrmTable('documents.attach', 'params');

export const routes = ofFeature<DocumentServices>('crm', [
  define({
    method: 'POST',
    path: UPLOADS,
    operationId: 'createDocumentUpload',
    tag,
    summary: 'Announce a file for a customer; the answer says where to send it. It is attached when it is completed.',
    access: attach,
    request: { params: CustomerPathSchema, query: NOTHING, body: NewUploadSchema },
    idempotency: 'own',
    response: {
      status: 201,
      description: 'The upload, and how to send its file.',
      body: schemas.UploadResourceSchema,
    },
    problems: [404, 409, 412, 422],
    handle: async (services, request) => {
      const started = await startUpload(services, request.params, request.body, request);
      return { status: 201, body: schemas.uploadResource(started) };
    },
  }),
  define({
    method: 'POST',
    path: `${UPLOADS}/{uploadId}/completion`,
    operationId: 'completeDocumentUpload',
    tag,
    summary: 'Attach a file that has arrived, as a new document or as a new version. A repetition changes nothing.',
    access: attach,
    request: { params: UploadPathSchema, query: NOTHING, body: NO_BODY },
    idempotency: 'none',
    response: {
      status: 200,
      description: 'The document.',
      body: schemas.AttachedDocumentSchema,
      hasETag: true,
    },
    problems: [404, 409, 412, 422],
    handle: async (services, { params, caller }) => {
      const found = await completeUpload(services, params, caller);
      return { status: 200, body: schemas.attachedResource(found), etag: etagOf(found.document.revision) };
    },
  }),
  define({
    method: 'GET',
    path: DOCUMENT,
    operationId: 'getDocument',
    tag,
    summary: 'Read a document with its versions.',
    access: read,
    request: { params: DocumentPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The document.', body: schemas.DocumentSchema, hasETag: true },
    problems: [404, 409],
    handle: async (services, { params, caller }) => {
      const found = await getDocument(services, params, caller);
      return { status: 200, body: schemas.documentResource(found), etag: etagOf(found.document.revision) };
    },
  }),
  define({
    method: 'GET',
    path: `${DOCUMENT}/versions/{version}/address`,
    operationId: 'getDocumentAddress',
    tag,
    summary: 'Get an address of the file of a version, for five minutes.',
    access: read,
    request: { params: VersionPathSchema, query: AddressQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'The address.', body: schemas.FileAddressSchema },
    problems: [404, 409],
    handle: async (services, { params, query, caller }) => {
      return { status: 200, body: await getFileAddress(services, params, query.use, caller) };
    },
  }),
  define({
    method: 'DELETE',
    path: DOCUMENT,
    operationId: 'deleteDocument',
    tag,
    summary:
      'Delete a document with all versions: your own, or any with the permission documents.delete. The history says that it was deleted.',
    access: read,
    request: { params: DocumentPathSchema, query: DeletionQuerySchema, body: NO_BODY },
    conditional: true,
    idempotency: 'none',
    response: { status: 204, description: 'It is gone.' },
    problems: [404, 409, 412, 428],
    handle: async (services, request) => {
      await deleteDocument(services, request.params, request.query.reason, request);
      return { status: 204 };
    },
  }),
  define({
    method: 'GET',
    path: '/accounts/{accountPrefix}/document-usage',
    operationId: 'getDocumentUsage',
    tag,
    summary: 'Read what the documents of an account take, and which files may be attached.',
    access: onAccount('documents.read'),
    request: { params: AccountPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The usage and the rules.', body: schemas.UsageSchema },
    problems: [404],
    handle: async (services, { params }) => {
      return { status: 200, body: schemas.usageResource(await getUsage(services, params.accountPrefix)) };
    },
  }),
]);
