import { documentRulesOf, getAccount } from '../../accounts/index.ts';
import type { CustomerAddress, DocumentOrder } from '../../customers/index.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { type Ids, idOfKey } from '../../shared/domain/ids.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { staleRevision } from '../../shared/domain/revised.ts';
import { extensionOf } from '../domain/document-name.ts';
import { type NewUpload, objectKey, type Upload } from '../domain/upload.ts';
import type { DocumentPorts, SignedUpload } from '../ports.ts';
import { type DocumentedCustomer, findDocument, openDocuments } from './open-document.ts';
import { quotaExceeded } from './quota.ts';

/** Each version is a file; a document's event has the ids of all of them. */
export const MOST_VERSIONS = 50;

/** An upload that is not completed by then is removed. An address is good for minutes, and a transfer may take hours. */
const UPLOAD_HOURS = 24;

export type StartPorts = Pick<DocumentPorts, 'tables' | 'records' | 'store' | 'files' | 'accounts' | 'clock'> & {
  readonly ids: Ids;
};

export interface StartedUpload {
  readonly upload: Upload;
  readonly request: SignedUpload;
}

function invalid(pointer: string, code: string, message: string): DomainError {
  return new DomainError('unprocessable', code, message, [{ pointer, code, detail: 'Choose another file.' }]);
}

const shownList = new Intl.ListFormat('en', { type: 'disjunction' });

/** @throws DomainError `document.type-not-allowed`, `document.too-large`, `documents.quota-exceeded` */
async function checkRules({ accounts, store }: StartPorts, accountPrefix: string, input: NewUpload): Promise<void> {
  const account = await getAccount({ accounts }, { accountPrefix });
  const { types, mostBytes, quotaBytes } = documentRulesOf(account.value.documents);
  if (!types.includes(extensionOf(input.name))) {
    const allowed = `The account takes files whose names end in ${shownList.format(types.map((type) => `.${type}`))}.`;
    throw invalid('/name', 'document.type-not-allowed', allowed);
  }
  if (input.bytes > mostBytes)
    throw invalid('/bytes', 'document.too-large', `The account takes files of at most ${mostBytes} bytes.`);
  const { bytes } = await store.readUsage(accountPrefix);
  if (bytes + input.bytes > quotaBytes) throw quotaExceeded(quotaBytes);
}

const isSame = (upload: Upload, { name, bytes, sha256, documentId }: NewUpload): boolean =>
  upload.name === name &&
  upload.bytes === bytes &&
  upload.sha256 === sha256 &&
  (upload.state === 'stored' || upload.documentId === documentId);

/** The upload of a repeated request. @throws DomainError `idempotency-key.reused` */
async function repeated({ store }: StartPorts, { folder }: DocumentedCustomer, upload: Upload, input: NewUpload) {
  const found = await store.findUpload(folder, upload.uploadId);
  if (!found) throw staleRevision();
  if (isSame(found, input) && found.by === upload.by) return found;
  const message = 'This Idempotency-Key was used for another upload. Use a new key.';
  throw new DomainError('conflict', 'idempotency-key.reused', message);
}

/**
 * Announces a file: its address takes exactly this content. Nothing is attached before `completeUpload`.
 * @throws DomainError `crm-table.*`, `customer.not-found`, `document.*`, `documents.quota-exceeded`
 */
export async function startUpload(
  ports: StartPorts,
  address: CustomerAddress,
  input: NewUpload,
  { caller, idempotencyKey }: Pick<RequestOrigin, 'caller' | 'idempotencyKey'>,
): Promise<StartedUpload> {
  const customer = await openDocuments(ports, address, { caller, permission: 'documents.attach' }, true);
  const { view, record, folder } = customer;
  await checkRules(ports, view.table.accountPrefix, input);
  if (input.documentId !== undefined) {
    const { document } = await findDocument(ports, customer, input.documentId);
    if (document.revision >= MOST_VERSIONS) throw tooManyVersions();
  }
  const now = ports.clock.now();
  const uploadId = idempotencyKey === undefined ? ports.ids.newId() : idOfKey(caller.userId, idempotencyKey);
  const announced: Upload = {
    ...{ uploadId, state: 'open', scan: 'not-scanned', ...input },
    ...{ customerId: record.customerId, shardCount: view.table.shardCount, customerVersion: record.version },
    ...{ at: now.toISOString(), by: caller.userId },
  };
  const dueAt = new Date(now.getTime() + UPLOAD_HOURS * 3_600_000).toISOString();
  const order: DocumentOrder = { ...folder, id: uploadId, dueAt, uploads: [uploadId], keepsStored: true };
  const isNew = (await ports.store.start(view.table, record, announced, order)) === 'written';
  const upload = isNew ? announced : await repeated(ports, customer, announced, input);
  return { upload, request: await ports.files.addressForUpload(objectKey(folder, uploadId), input) };
}

export function tooManyVersions(): DomainError {
  const message = `A document has at most ${MOST_VERSIONS} versions. Attach the file as a new document.`;
  return new DomainError('conflict', 'document.too-many-versions', message);
}
