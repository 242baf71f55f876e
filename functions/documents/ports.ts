import type { AccountRepository } from '../accounts/index.ts';
import type { PublishedTable } from '../crm-tables/index.ts';
import type {
  CustomerPorts,
  CustomerRecord,
  DocumentChange,
  DocumentEvent,
  DocumentFolder,
  DocumentOrder,
  ScanState,
} from '../customers/index.ts';
import type { Clock } from '../shared/domain/clock.ts';
import type { Upload } from './domain/upload.ts';

/** How much the documents of an account take, all versions counted. */
export interface Usage {
  readonly bytes: number;
  /** The number of files. */
  readonly files: number;
}

/** All that the completion of an upload writes. */
export interface Completion {
  /** As it becomes stored. */
  readonly upload: Upload;
  readonly document: DocumentEvent;
  /** As it was read; undefined for a new document. */
  readonly before: DocumentEvent | undefined;
  /** The event of a new version. */
  readonly change?: DocumentChange;
  readonly quotaBytes: number;
}

/** `condition-failed`: the customer, the document or the upload has changed since it was read. */
export type CompletionReply = 'written' | 'condition-failed' | 'quota-exceeded';

/** Documents, their uploads and the usage of accounts. */
export interface DocumentStore {
  /** Also a deleted one. Strongly consistent. */
  findDocument(table: PublishedTable, customerId: string, documentId: string): Promise<DocumentEvent | undefined>;
  /** Strongly consistent. */
  findUpload(folder: DocumentFolder, uploadId: string): Promise<Upload | undefined>;
  /** The existing ones, in the order of the ids. */
  readUploads(folder: DocumentFolder, uploadIds: readonly string[]): Promise<readonly Upload[]>;
  /** Strongly consistent. */
  readUsage(accountPrefix: string): Promise<Usage>;
  /** Stores a new upload with the order that removes it unless it is completed. */
  start(
    table: PublishedTable,
    customer: CustomerRecord,
    upload: Upload,
    order: DocumentOrder,
  ): Promise<'written' | 'condition-failed'>;
  complete(table: PublishedTable, customer: CustomerRecord, completion: Completion): Promise<CompletionReply>;
  /** Deletes a document that is as it was read, and orders the removal of its files. */
  remove(
    table: PublishedTable,
    customer: CustomerRecord,
    before: DocumentEvent,
    change: DocumentChange,
    order: DocumentOrder,
  ): Promise<'written' | 'condition-failed'>;
}

/** The uploads whose files are removed. */
export interface DocumentRemovals {
  /** Orders that are due, the earliest first, at most `limit`. Strongly consistent. */
  listDue(now: string, limit: number): Promise<readonly DocumentOrder[]>;
  complete(order: DocumentOrder): Promise<void>;
  /** The uploads of a customer, page by page. Strongly consistent. */
  uploadsIn(folder: DocumentFolder): AsyncIterable<Upload>;
  /** The uploads of one shard of a CRM table, with the folders of their customers. Strongly consistent. */
  uploadsOfShard(
    shard: Omit<DocumentFolder, 'customer'>,
  ): AsyncIterable<{ readonly folder: DocumentFolder; readonly upload: Upload }>;
  /**
   * Keeps an upload from being completed from now on.
   * @returns it, or its id alone where nothing is stored of it; undefined if it is stored and has to stay
   */
  claim(folder: DocumentFolder, uploadId: string, keepsStored: boolean): Promise<'claimed' | 'absent' | 'kept'>;
  /** Deletes an upload whose file is gone, and takes it from the usage of the account. */
  forget(folder: DocumentFolder, uploadId: string): Promise<void>;
}

/** Sets what a scan has found. */
export interface ScanStates {
  /** @returns whether there is such an upload */
  set(folder: DocumentFolder, uploadId: string, scan: ScanState): Promise<boolean>;
}

/** A file as it has arrived. */
export interface ArrivedFile {
  readonly bytes: number;
  readonly sha256: string | undefined;
  readonly versionId: string | undefined;
}

/** A request that needs no token, with exactly these headers. */
export interface SignedUpload {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

export interface SignedFile {
  readonly url: string;
  readonly expiresAt: string;
}

/** The files of documents in their bucket. */
export interface DocumentFiles {
  /** Takes one file of exactly this size and content, unless one has the key. */
  addressForUpload(key: string, file: { readonly bytes: number; readonly sha256: string }): Promise<SignedUpload>;
  head(key: string): Promise<ArrivedFile | undefined>;
  readBeginning(key: string, versionId: string | undefined, bytes: number): Promise<Uint8Array>;
  /** @param mediaType that the browser gets, whatever is stored */
  addressOf(
    key: string,
    file: {
      readonly versionId: string | undefined;
      readonly name: string;
      readonly mediaType: string;
      readonly isInline: boolean;
    },
  ): Promise<SignedFile>;
  /** Removes all versions of all objects whose keys begin so. */
  removeAll(keyPrefix: string): Promise<void>;
}

export interface RemovalPorts {
  readonly removals: DocumentRemovals;
  readonly files: Pick<DocumentFiles, 'removeAll'>;
  readonly clock: Clock;
}

export interface DocumentPorts extends CustomerPorts, RemovalPorts {
  readonly store: DocumentStore;
  readonly files: DocumentFiles;
  readonly accounts: Pick<AccountRepository, 'read'>;
}
