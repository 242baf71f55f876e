import {
  type CustomerAddress,
  type DocumentEvent,
  type DocumentFolder,
  documentFolder,
  type OpenedCustomer,
  openCustomer,
  versionOfEventId,
} from '../../customers/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { Permission } from '../../shared/domain/permissions.ts';
import type { DocumentPorts } from '../ports.ts';

export interface DocumentAddress extends CustomerAddress {
  readonly documentId: string;
}

/** A customer with the folder of its documents. */
export interface DocumentedCustomer extends OpenedCustomer {
  readonly folder: DocumentFolder;
}

export interface FoundDocument extends DocumentedCustomer {
  readonly documentId: string;
  readonly document: DocumentEvent;
}

export interface By {
  readonly caller: Caller;
  readonly permission: Permission;
}

export type OpenPorts = Pick<DocumentPorts, 'tables' | 'records'> & {
  readonly store: Pick<DocumentPorts['store'], 'findDocument'>;
};

/** @throws DomainError `crm-table.*`, `customer.not-found` */
export async function openDocuments(
  ports: Pick<DocumentPorts, 'tables' | 'records'>,
  address: CustomerAddress,
  by: By,
  consistent: boolean,
): Promise<DocumentedCustomer> {
  const opened = await openCustomer(ports, address, by, consistent);
  return { ...opened, folder: documentFolder(opened.view.table, opened.record.customerId) };
}

export function documentNotFound(): DomainError {
  return new DomainError('not-found', 'document.not-found', 'The customer has no such document.');
}

/** A document of an opened customer. @throws DomainError `document.not-found` also for a deleted one */
export async function findDocument(
  { store }: Pick<OpenPorts, 'store'>,
  customer: DocumentedCustomer,
  documentId: string,
): Promise<FoundDocument> {
  const { view, record } = customer;
  // A document from before the deletion of a customer that was created again.
  if (versionOfEventId(documentId) <= record.deletedVersion) throw documentNotFound();
  const document = await store.findDocument(view.table, record.customerId, documentId);
  if (!document || document.isDeleted) throw documentNotFound();
  return { ...customer, documentId, document };
}

/** @throws DomainError `crm-table.*`, `customer.not-found`, `document.not-found` */
export async function openDocument(
  ports: OpenPorts,
  { documentId, ...address }: DocumentAddress,
  by: By,
  consistent: boolean,
): Promise<FoundDocument> {
  return findDocument(ports, await openDocuments(ports, address, by, consistent), documentId);
}
