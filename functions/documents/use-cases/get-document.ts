import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { isShown, mediaTypeOf } from '../domain/media-type.ts';
import { objectKey, type Upload } from '../domain/upload.ts';
import type { DocumentPorts, SignedFile } from '../ports.ts';
import { type DocumentAddress, documentNotFound, type FoundDocument, openDocument } from './open-document.ts';

type ReadPorts = Pick<DocumentPorts, 'tables' | 'records' | 'store' | 'files'>;

export interface ReadDocument extends FoundDocument {
  /** The newest first. */
  readonly versions: readonly Upload[];
}

/** A document with all its versions. @throws DomainError `crm-table.*`, `customer.not-found`, `document.not-found` */
export async function getDocument(ports: ReadPorts, address: DocumentAddress, caller: Caller): Promise<ReadDocument> {
  const found = await openDocument(ports, address, { caller, permission: 'documents.read' }, false);
  const uploads = await ports.store.readUploads(found.folder, found.document.uploads);
  return { ...found, versions: [...uploads].reverse() };
}

export interface FileAddress extends SignedFile {
  readonly isInline: boolean;
  readonly mediaType: string;
}

function isInfected(): DomainError {
  const message = 'The scan has found malware in this version of the document, so it cannot be opened. Delete it.';
  return new DomainError('conflict', 'document.infected', message);
}

/**
 * An address of one version, for some minutes. Types that a page could run are never shown, only downloaded.
 * @throws as `getDocument`, and DomainError `document.infected`
 */
export async function getFileAddress(
  ports: ReadPorts,
  { version, ...address }: DocumentAddress & { readonly version: number },
  use: 'show' | 'download',
  caller: Caller,
): Promise<FileAddress> {
  const { folder, document } = await openDocument(ports, address, { caller, permission: 'documents.read' }, false);
  const uploadId = document.uploads[version - 1];
  const upload = uploadId === undefined ? undefined : await ports.store.findUpload(folder, uploadId);
  if (upload?.state !== 'stored') throw documentNotFound();
  if (upload.scan === 'infected') throw isInfected();
  const { name, objectVersion: versionId } = upload;
  const mediaType = mediaTypeOf(name);
  const isInline = use === 'show' && isShown(mediaType);
  const sent = { name, versionId, isInline, mediaType: isInline ? mediaType : mediaTypeOf('') };
  const signed = await ports.files.addressOf(objectKey(folder, upload.uploadId), sent);
  return { ...signed, isInline, mediaType: sent.mediaType };
}
