import { documentRulesOf, getAccount } from '../../accounts/index.ts';
import { type CustomerAddress, type DocumentChange, type DocumentEvent, eventIdOf } from '../../customers/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { Ids } from '../../shared/domain/ids.ts';
import { staleRevision } from '../../shared/domain/revised.ts';
import { BEGINNING_BYTES, isOfItsType, isShown, mediaTypeOf } from '../domain/media-type.ts';
import { objectKey, type Upload } from '../domain/upload.ts';
import type { Completion, DocumentPorts } from '../ports.ts';
import { type DocumentedCustomer, type FoundDocument, findDocument, openDocuments } from './open-document.ts';
import { quotaExceeded } from './quota.ts';
import { MOST_VERSIONS, tooManyVersions } from './start-upload.ts';

export interface UploadAddress extends CustomerAddress {
  readonly uploadId: string;
}

export type CompletePorts = Pick<DocumentPorts, 'tables' | 'records' | 'store' | 'files' | 'accounts' | 'clock'> & {
  readonly ids: Ids;
};

/** Two new versions, or a version and its scan, at the same moment. */
const ATTEMPTS = 5;

function uploadNotFound(): DomainError {
  const message = 'The customer has no such upload of yours. An upload has to be completed within a day.';
  return new DomainError('not-found', 'document-upload.not-found', message);
}

function wrongContent(code: string, message: string): DomainError {
  return new DomainError('unprocessable', code, message);
}

/** Compares what has arrived with what was announced. @returns the version of the object @throws DomainError `document.*` */
async function checkFile(
  { files }: CompletePorts,
  { folder }: DocumentedCustomer,
  { uploadId, name, bytes, sha256 }: Upload,
): Promise<string | undefined> {
  const key = objectKey(folder, uploadId);
  const arrived = await files.head(key);
  if (!arrived) {
    const message = 'The file has not arrived. Send it to the address of the upload first.';
    throw new DomainError('conflict', 'document.not-arrived', message);
  }
  if (arrived.bytes !== bytes || arrived.sha256 !== sha256)
    throw wrongContent(
      'document.damaged',
      'The file that has arrived is not the one that was announced. Attach it again.',
    );
  const { versionId } = arrived;
  const beginning = isShown(mediaTypeOf(name))
    ? await files.readBeginning(key, versionId, Math.min(bytes, BEGINNING_BYTES))
    : new Uint8Array();
  if (isOfItsType(name, beginning)) return versionId;
  throw wrongContent(
    'document.wrong-content',
    'The content of the file is not of the type that its name says. Give the file its right extension and attach it again.',
  );
}

type Parts = Omit<Completion, 'upload' | 'quotaBytes'>;

/** The event of a new document. */
function newDocument(
  { clock }: CompletePorts,
  { record }: DocumentedCustomer,
  { uploadId, name, bytes, sha256, scan }: Upload,
  by: string,
): Parts {
  const document: DocumentEvent = {
    ...{ id: uploadId, kind: 'document', at: clock.now().toISOString(), by, version: record.version, revision: 1 },
    ...{ name, bytes, sha256, mediaType: mediaTypeOf(name), scan, uploads: [uploadId] },
  };
  return { document, before: undefined };
}

function newVersion(
  { clock, ids }: CompletePorts,
  { record, document: before, documentId }: FoundDocument,
  { uploadId, name, bytes, sha256, scan }: Upload,
  by: string,
): Parts {
  if (before.revision >= MOST_VERSIONS) throw tooManyVersions();
  const at = clock.now().toISOString();
  const change: DocumentChange = {
    id: ids.newId(),
    kind: 'document-version',
    at,
    by,
    version: record.version,
    documentId,
  };
  const document: DocumentEvent = {
    ...{ ...before, name, bytes, sha256, scan, mediaType: mediaTypeOf(name), revision: before.revision + 1 },
    ...{ uploads: [...before.uploads, uploadId], updatedAt: at, updatedBy: by },
  };
  return { document, before, change };
}

/**
 * Attaches the file of an upload: checks it, and writes the event, the version and the usage of the account together. A
 * repetition changes nothing.
 * @throws DomainError `crm-table.*`, `customer.not-found`, `document-upload.not-found`, `document.*`,
 * `documents.quota-exceeded`, `if-match.stale` if others change the same document all the time
 */
export async function completeUpload(
  ports: CompletePorts,
  { uploadId, ...address }: UploadAddress,
  caller: Caller,
): Promise<FoundDocument> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const customer = await openDocuments(ports, address, { caller, permission: 'documents.attach' }, true);
    const { view, record, folder } = customer;
    const upload = await ports.store.findUpload(folder, uploadId);
    const isMine = upload?.by === caller.userId && upload.customerVersion > record.deletedVersion;
    if (!upload || !isMine || upload.state === 'removing') throw uploadNotFound();
    const { documentId } = upload;
    const found = documentId === undefined ? undefined : await findDocument(ports, customer, documentId);
    if (upload.state === 'stored' && found) return found;

    const objectVersion = await checkFile(ports, customer, upload);
    const parts = found
      ? newVersion(ports, found, upload, caller.userId)
      : newDocument(ports, customer, upload, caller.userId);
    const stored: Upload = {
      ...{ ...upload, state: 'stored', objectVersion, isCounted: true },
      ...{ documentId: eventIdOf(parts.document), version: parts.document.revision },
    };
    const account = await getAccount(ports, view.table);
    const { quotaBytes } = documentRulesOf(account.value.documents);
    const outcome = await ports.store.complete(view.table, record, { ...parts, upload: stored, quotaBytes });
    if (outcome === 'quota-exceeded') throw quotaExceeded(quotaBytes);
    if (outcome === 'written') return { ...customer, documentId: eventIdOf(parts.document), document: parts.document };
  }
  throw staleRevision();
}
