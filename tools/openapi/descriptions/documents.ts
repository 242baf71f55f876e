import type { SchemaDescriptions } from './schema-descriptions.ts';

/** The parts of a document that lists and the document itself have. */
const HEAD = {
  documentId: 'Of the document.',
  at: 'When the document was attached.',
  revision: 'The number of its versions.',
  bytes: 'Of the newest version.',
  mediaType: 'With which the newest version is shown; `application/octet-stream` if it is only downloaded.',
  updatedAt: 'When the newest version was attached; absent for a document with one version.',
} as const;

export const DOCUMENTS: SchemaDescriptions = {
  NewDocumentUpload: { text: 'A file that is to be attached, announced before it is sent.' },
  DocumentUpload: {
    text: 'An announced file. It is removed unless it is completed within a day.',
    properties: { uploadId: 'Of the upload.' },
  },
  DocumentUploadRequest: {
    text: 'The request that sends the file. It needs no token, and takes exactly the announced content.',
    properties: { method: 'Always `PUT`.', url: 'Of the bucket.', expiresAt: 'The request has to begin before.' },
  },
  AttachedDocument: { text: 'A document, by its newest version.', properties: HEAD },
  Document: { text: 'A document with all its versions.', properties: HEAD },
  DocumentVersion: {
    text: 'A version of a document.',
    properties: { version: '1 for the first one.', name: 'As typed.', bytes: 'Its size.' },
  },
  DocumentAddress: {
    text: 'An address of a file in the bucket.',
    properties: { expiresAt: 'The request has to begin before.' },
  },
  DocumentUsage: { text: 'What the documents of an account take, and which files may be attached.' },
  DocumentRules: { text: 'Which files may be attached, with the defaults of what the account does not set.' },
  DocumentSettings: {
    text: 'Which files may be attached to the customers of an account. What is absent has a default.',
  },
  DocumentDeletionReason: { text: 'Why a document is deleted.' },
  ScanState: { text: 'What a scan for malware has found; `not-scanned` also where nothing scans.' },
  CustomerDocumentEntry: {
    text: 'A document in the history of a customer, by its newest version.',
    properties: { ...HEAD, kind: 'Always `document`.' },
  },
  CustomerDocumentChange: {
    text: 'A new version of a document, or its deletion.',
    properties: {
      kind: '`document-version` or `document-deleted`.',
      documentId: 'Of the document.',
      at: 'When it happened.',
    },
  },
};
