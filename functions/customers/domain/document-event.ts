import * as z from 'zod';
import { DocumentIdSchema } from './event-place.ts';

/** What a malware scan has found; `not-scanned` also where nothing scans. */
export const ScanStateSchema = z.enum(['not-scanned', 'clean', 'infected']).meta({ id: 'ScanState' });
export type ScanState = z.infer<typeof ScanStateSchema>;

/** Why a document is deleted. A code, because a text could repeat what is deleted. */
export const DocumentDeletionReasonSchema = z
  .enum(['attached-by-mistake', 'wrong-customer', 'personal-data', 'out-of-date', 'other'])
  .meta({ id: 'DocumentDeletionReason' });
export type DocumentDeletionReason = z.infer<typeof DocumentDeletionReasonSchema>;

const by = z.string().meta({ description: 'The id of the user.' });

/** The event of a document in the history of its customer: its newest version. */
export const DocumentEventSchema = z.strictObject({
  id: z.string(),
  kind: z.literal('document'),
  at: z.iso.datetime(),
  by,
  /** That of the customer when the document was attached. */
  version: z.int().min(1),
  /** The number of its versions. */
  revision: z.int().min(1),
  /** As typed; blank after the document or its customer was deleted. */
  name: z.string(),
  bytes: z.int().min(0),
  /** Base64; blank with the name. */
  sha256: z.string(),
  /** The type by which a browser shows it; `application/octet-stream` for a document that is only downloaded. */
  mediaType: z.string(),
  scan: ScanStateSchema,
  /** The ids of the uploads that are its versions, the oldest first; none after a deletion. */
  uploads: z.array(z.string()),
  updatedAt: z.iso.datetime().optional(),
  updatedBy: by.optional(),
  isDeleted: z.boolean().optional(),
});
export type DocumentEvent = z.infer<typeof DocumentEventSchema>;

/** The event of a new version or of the deletion of a document; it has no name, and names the document by its id. */
export const DocumentChangeSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['document-version', 'document-deleted']),
  at: z.iso.datetime(),
  by,
  /** That of the customer. */
  version: z.int().min(1),
  documentId: DocumentIdSchema,
  reason: DocumentDeletionReasonSchema.optional().meta({ description: 'Of a deletion.' }),
});
export type DocumentChange = z.infer<typeof DocumentChangeSchema>;

export const isDocumentEvent = (event: { readonly kind: string }): event is DocumentEvent | DocumentChange =>
  event.kind.startsWith('document');

/** The event without what its content can be recognised by. */
export const withoutName = (document: DocumentEvent): DocumentEvent => ({ ...document, name: '', sha256: '' });

/** The event of a document that was deleted, alone or with its customer. */
export const deletedDocument = (document: DocumentEvent): DocumentEvent => ({
  ...withoutName(document),
  uploads: [],
  isDeleted: true,
});
