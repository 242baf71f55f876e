import type { DocumentChange, DocumentDeletionReason, DocumentOrder, EditOrigin } from '../../customers/index.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { Ids } from '../../shared/domain/ids.ts';
import { isExpected, staleRevision } from '../../shared/domain/revised.ts';
import type { DocumentPorts } from '../ports.ts';
import { type DocumentAddress, openDocument } from './open-document.ts';
import { carryOut } from './remove-uploads.ts';

type DeletePorts = Pick<DocumentPorts, 'tables' | 'records' | 'store' | 'files' | 'removals' | 'clock'> & {
  readonly ids: Ids;
};

/** With it a person deletes what others have attached. */
const MAY_DELETE_ALL = 'documents.delete';

function notYours(): DomainError {
  const message = `A document is deleted by the person who attached it, or with the permission ${MAY_DELETE_ALL}.`;
  return new DomainError('forbidden', 'document.not-yours', message);
}

/**
 * Deletes a document with all versions. Its event stays without a name. The files are gone when the request ends; if it
 * breaks off, a worker removes them.
 * @throws DomainError `crm-table.*`, `customer.not-found`, `document.not-found`, `document.not-yours`, `if-match.stale`
 */
export async function deleteDocument(
  ports: DeletePorts,
  address: DocumentAddress,
  reason: DocumentDeletionReason,
  { caller, revision }: EditOrigin,
): Promise<void> {
  const found = await openDocument(ports, address, { caller, permission: 'documents.read' }, true);
  const { view, record, folder, document, documentId } = found;
  const isOwn = document.by === caller.userId && view.has('documents.attach');
  if (!isOwn && !view.has(MAY_DELETE_ALL)) throw notYours();
  if (!isExpected(document.revision, revision)) throw staleRevision();
  const id = ports.ids.newId();
  const at = ports.clock.now().toISOString();
  const by = caller.userId;
  const change: DocumentChange = { id, kind: 'document-deleted', at, by, version: record.version, documentId, reason };
  const order: DocumentOrder = { ...folder, id, dueAt: at, uploads: document.uploads };
  if ((await ports.store.remove(view.table, record, document, change, order)) !== 'written') throw staleRevision();
  await carryOut(ports, order);
}
