import {
  type CustomerRecord,
  type DocumentEvent,
  type DocumentFolder,
  type DocumentOrder,
  deletedDocument,
  documentFolder,
  eventIdOf,
} from '../../functions/customers/index.ts';
import { objectKey, type Upload } from '../../functions/documents/domain/upload.ts';
import type { DocumentRemovals, DocumentStore, Usage } from '../../functions/documents/ports.ts';

/** The stores of documents in memory, with the conditions of the real ones, for customers of one CRM table. */
export class MemoryDocuments {
  readonly customers = new Map<string, CustomerRecord>();
  /** By the key of the file. */
  readonly uploads = new Map<string, Upload>();
  /** By customer and id. */
  readonly documents = new Map<string, DocumentEvent>();
  orders: DocumentOrder[] = [];
  usage: Usage = { bytes: 0, files: 0 };

  #isThere({ customerId, version }: CustomerRecord): boolean {
    const now = this.customers.get(customerId);
    return now !== undefined && now.deletedAt === undefined && now.deletedVersion <= version;
  }

  #count({ bytes }: Pick<Upload, 'bytes'>, sign: 1 | -1): void {
    this.usage = { bytes: this.usage.bytes + sign * bytes, files: this.usage.files + sign };
  }

  readonly store: DocumentStore = {
    findDocument: async (_, customerId, documentId) => this.documents.get(`${customerId} ${documentId}`),
    findUpload: async (folder, uploadId) => this.uploads.get(objectKey(folder, uploadId)),
    readUploads: async (folder, ids) => ids.flatMap((id) => this.uploads.get(objectKey(folder, id)) ?? []),
    readUsage: async () => this.usage,
    start: async (table, customer, upload, order) => {
      const key = objectKey(documentFolder(table, customer.customerId), upload.uploadId);
      if (!this.#isThere(customer) || this.uploads.has(key)) return 'condition-failed';
      this.uploads.set(key, upload);
      this.orders.push(order);
      return 'written';
    },
    complete: async (table, customer, { upload, document, before, quotaBytes }) => {
      const { customerId } = customer;
      const key = objectKey(documentFolder(table, customerId), upload.uploadId);
      const place = `${customerId} ${eventIdOf(document)}`;
      if (this.usage.bytes + upload.bytes > quotaBytes) return 'quota-exceeded';
      const isSame = this.documents.get(place)?.revision === before?.revision && !this.documents.get(place)?.isDeleted;
      if (!this.#isThere(customer) || this.uploads.get(key)?.state !== 'open' || !isSame) return 'condition-failed';
      this.uploads.set(key, upload);
      this.documents.set(place, document);
      this.#count(upload, 1);
      return 'written';
    },
    remove: async (_, customer, before, __, order) => {
      const place = `${customer.customerId} ${eventIdOf(before)}`;
      const now = this.documents.get(place);
      if (!this.#isThere(customer) || now?.revision !== before.revision || now.isDeleted) return 'condition-failed';
      this.documents.set(place, deletedDocument(before));
      this.orders.push(order);
      return 'written';
    },
  };

  readonly removals: DocumentRemovals = {
    listDue: async (now, limit) => this.orders.filter(({ dueAt }) => dueAt <= now).slice(0, limit),
    complete: async ({ id }) => {
      this.orders = this.orders.filter((order) => order.id !== id);
    },
    uploadsIn: (folder) => this.#uploadsIn(folder),
    // biome-ignore lint/correctness/useYield: no test removes a whole table in memory
    uploadsOfShard: async function* () {
      throw new Error('MemoryDocuments removes no CRM table');
    },
    claim: async (folder, uploadId, keepsStored) => {
      const key = objectKey(folder, uploadId);
      const upload = this.uploads.get(key);
      if (!upload) return 'absent';
      if (keepsStored && upload.state === 'stored') return 'kept';
      this.uploads.set(key, { ...upload, state: 'removing' });
      return 'claimed';
    },
    forget: async (folder, uploadId) => {
      const key = objectKey(folder, uploadId);
      const upload = this.uploads.get(key);
      if (upload?.isCounted) this.#count(upload, -1);
      this.uploads.delete(key);
    },
  };

  async *#uploadsIn(folder: DocumentFolder): AsyncIterable<Upload> {
    const start = objectKey(folder, '');
    for (const [key, upload] of [...this.uploads]) if (key.startsWith(start)) yield upload;
  }
}
