import * as z from 'zod';
import {
  type DocumentChange,
  DocumentChangeSchema,
  type DocumentEvent,
  DocumentEventSchema,
} from './domain/document-event.ts';
import { DocumentIdSchema, eventIdOf } from './domain/event-place.ts';

const { kind, at, by, revision, bytes, mediaType, scan, updatedAt, updatedBy } = DocumentEventSchema.shape;

/** What lists show of a document. */
export const DocumentHeadSchema = z.strictObject({
  documentId: DocumentIdSchema,
  ...{ at, by, revision, bytes, mediaType, scan, updatedAt, updatedBy },
  name: z.string().meta({ description: 'As typed; blank for a deleted document.', example: 'Contract 2026.pdf' }),
});

export const DocumentEntrySchema = DocumentHeadSchema.extend({
  kind,
  isDeleted: z.boolean().meta({ description: 'A deleted document cannot be opened.' }),
}).meta({ id: 'CustomerDocumentEntry' });

export const DocumentChangeEntrySchema = DocumentChangeSchema.omit({ id: true, version: true }).meta({
  id: 'CustomerDocumentChange',
});

export function documentHead(event: DocumentEvent): z.infer<typeof DocumentHeadSchema> {
  const { updatedAt: changedAt, updatedBy: changedBy } = event;
  return {
    documentId: eventIdOf(event),
    ...{ at: event.at, by: event.by, revision: event.revision, name: event.name, bytes: event.bytes },
    ...{ mediaType: event.mediaType, scan: event.scan },
    ...(changedAt !== undefined && { updatedAt: changedAt }),
    ...(changedBy !== undefined && { updatedBy: changedBy }),
  };
}

export function documentEntry(event: DocumentEvent): z.infer<typeof DocumentEntrySchema> {
  return { kind: event.kind, ...documentHead(event), isDeleted: event.isDeleted ?? false };
}

export function documentChangeEntry({
  id: _,
  version: __,
  ...change
}: DocumentChange): z.infer<typeof DocumentChangeEntrySchema> {
  return change;
}
