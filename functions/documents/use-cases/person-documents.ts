import { documentFolder } from '../../customers/index.ts';
import type { RemovedTable } from '../../shared/domain/removal.ts';
import type { RemovalPorts } from '../ports.ts';
import { removeDocumentsOfCustomer } from './remove-uploads.ts';

/** The documents of one customer, for an erasure. */
export const personDocuments = (ports: RemovalPorts) => ({
  async count(table: RemovedTable, customerId: string): Promise<number> {
    let documents = 0;
    for await (const _ of ports.removals.uploadsIn(documentFolder(table, customerId))) documents += 1;
    return documents;
  },
  async remove(table: RemovedTable, customerId: string): Promise<void> {
    await removeDocumentsOfCustomer(ports, documentFolder(table, customerId));
  },
});
