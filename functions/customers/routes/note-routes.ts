import * as z from 'zod';
import { onCrmTable } from '../../crm-tables/index.ts';
import { etagOf } from '../../shared/http/etag.ts';
import { PageQuerySchema, pageBody, pageRequest } from '../../shared/http/pagination.ts';
import { NO_BODY, NOTHING, type Route } from '../../shared/http/route.ts';
import { NoteIdSchema } from '../domain/event-place.ts';
import { NoteDeletionReasonSchema, NoteInputSchema } from '../domain/note.ts';
import {
  CreatedNoteSchema,
  createdNote,
  NoteRevisionPageSchema,
  NoteSchema,
  noteHead,
  noteResource,
  PinnedNotesSchema,
} from '../note-resource.ts';
import { addNote } from '../use-cases/notes/add-note.ts';
import { deleteNote, editNote } from '../use-cases/notes/change-note.ts';
import { getNote, listNoteRevisions, listPinnedNotes } from '../use-cases/notes/get-note.ts';
import { pinNote, unpinNote } from '../use-cases/notes/pin-note.ts';
import { CUSTOMER, CustomerPathSchema, type CustomerServices, define } from './common.ts';

const NOTES = `${CUSTOMER}/notes`;
const NOTE = `${NOTES}/{noteId}`;
const tag = 'Notes';
const access = onCrmTable('notes.write', 'params');

const NotePathSchema = CustomerPathSchema.extend({
  noteId: NoteIdSchema.meta({ description: 'The id of a note, from the history or the list of pinned notes.' }),
});
const NoteDeletionQuerySchema = z.strictObject({
  reason: NoteDeletionReasonSchema.meta({ description: 'Why the note is deleted; it stays in the history.' }),
});

/** Each revision has up to 32 KB. */
const RevisionsQuerySchema = PageQuerySchema.extend({
  limit: PageQuerySchema.shape.limit.unwrap().default(10).meta({ description: 'How many to return at most.' }),
});
const REVISION_POSITION = /^\d{1,3}$/;

export const noteRoutes: readonly Route<CustomerServices>[] = [
  define({
    method: 'POST',
    path: NOTES,
    operationId: 'createNote',
    tag,
    summary: 'Write a note on a customer. The history lists it by its beginning.',
    access,
    request: { params: CustomerPathSchema, query: NOTHING, body: NoteInputSchema },
    response: {
      status: 201,
      description: 'The id of the note.',
      body: CreatedNoteSchema,
      hasETag: true,
      hasLocation: true,
    },
    problems: [404, 409, 412],
    handle: async (services, { params, body, caller }) => {
      const { noteId, note } = await addNote(services, params, body.text, caller);
      const location = `/crm-tables/${params.prefix}/customers/${encodeURIComponent(params.customerId)}/notes/${noteId}`;
      return { status: 201, body: createdNote(noteId, note), etag: etagOf(note.revision), location };
    },
  }),
  define({
    method: 'GET',
    path: NOTE,
    operationId: 'getNote',
    tag,
    summary: 'Read a note with its whole text.',
    access,
    request: { params: NotePathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The note.', body: NoteSchema, hasETag: true },
    problems: [404, 409],
    handle: async (services, { params, caller }) => {
      const found = await getNote(services, params, caller);
      return { status: 200, body: noteResource(found), etag: etagOf(found.note.revision) };
    },
  }),
  define({
    method: 'PUT',
    path: NOTE,
    operationId: 'updateNote',
    tag,
    summary: 'Replace the text of a note. The earlier text is kept as a revision.',
    access,
    request: { params: NotePathSchema, query: NOTHING, body: NoteInputSchema },
    conditional: true,
    // A repetition fails by its If-Match; the answer has personal data, and is not stored.
    idempotency: 'none',
    response: { status: 200, description: 'The note.', body: NoteSchema, hasETag: true },
    problems: [404, 409, 412, 428],
    handle: async (services, request) => {
      const edited = await editNote(services, request.params, request.body.text, request);
      return { status: 200, body: noteResource(edited), etag: etagOf(edited.note.revision) };
    },
  }),
  define({
    method: 'DELETE',
    path: NOTE,
    operationId: 'deleteNote',
    tag,
    summary:
      'Delete a note with its earlier texts: your own, or any with the permission customers.delete. The history says that it was deleted.',
    access,
    request: { params: NotePathSchema, query: NoteDeletionQuerySchema, body: NO_BODY },
    conditional: true,
    idempotency: 'none',
    response: { status: 204, description: 'It is gone.' },
    problems: [404, 409, 412, 428],
    handle: async (services, request) => {
      await deleteNote(services, request.params, request.query.reason, request);
      return { status: 204 };
    },
  }),
  define({
    method: 'GET',
    path: `${NOTE}/revisions`,
    operationId: 'listNoteRevisions',
    tag,
    summary: 'List the text of a note and its earlier texts, the newest first.',
    access,
    request: { params: NotePathSchema, query: RevisionsQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of texts.', body: NoteRevisionPageSchema },
    problems: [404, 409],
    handle: async (services, { params, query, caller }) => {
      const { prefix, customerId, noteId } = params;
      const list = { name: `notes/${prefix}/${customerId}/${noteId}`, position: REVISION_POSITION };
      const found = await listNoteRevisions(services, params, pageRequest(list, query), caller);
      return { status: 200, body: pageBody(list, found) };
    },
  }),
  define({
    method: 'GET',
    path: `${CUSTOMER}/pinned-notes`,
    operationId: 'listPinnedNotes',
    tag,
    summary: 'List the pinned notes of a customer, at most five, by their beginnings.',
    access,
    request: { params: CustomerPathSchema, query: NOTHING, body: NO_BODY },
    response: {
      status: 200,
      description: 'The notes, in the order in which they were pinned.',
      body: PinnedNotesSchema,
    },
    problems: [404, 409],
    handle: async (services, { params, caller }) => {
      const notes = await listPinnedNotes(services, params, caller);
      return { status: 200, body: { items: notes.map(noteHead) } };
    },
  }),
  define({
    method: 'PUT',
    path: `${NOTE}/pin`,
    operationId: 'pinNote',
    tag,
    summary: 'Pin a note to the head of its customer, which has at most five.',
    access,
    request: { params: NotePathSchema, query: NOTHING, body: NO_BODY },
    conditional: true,
    idempotency: 'none',
    response: { status: 204, description: 'It is pinned.' },
    problems: [404, 409, 412, 428],
    handle: async (services, request) => {
      await pinNote(services, request.params, request);
      return { status: 204 };
    },
  }),
  define({
    method: 'DELETE',
    path: `${NOTE}/pin`,
    operationId: 'unpinNote',
    tag,
    summary: 'Unpin a note. It stays in the history.',
    access,
    request: { params: NotePathSchema, query: NOTHING, body: NO_BODY },
    conditional: true,
    idempotency: 'none',
    response: { status: 204, description: 'It is not pinned.' },
    problems: [404, 409, 412, 428],
    handle: async (services, request) => {
      await unpinNote(services, request.params, request);
      return { status: 204 };
    },
  }),
];
