import type { Caller } from '../../../shared/domain/caller.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import { isExpected, staleRevision } from '../../../shared/domain/revised.ts';
import type { CustomerRecord } from '../../domain/customer-record.ts';
import type { CustomerView } from '../../domain/customer-view.ts';
import { versionOfEventId } from '../../domain/event-place.ts';
import type { NoteChange, NoteEvent } from '../../domain/note.ts';
import type { NoteWrite } from '../../ports.ts';
import type { CustomerAddress, DeskPorts, EditOrigin } from '../desk-ports.ts';
import { findCustomer, openView } from '../get-customer.ts';

export type NotePorts = Pick<DeskPorts, 'tables' | 'records' | 'notes' | 'clock' | 'ids'>;

export interface NoteAddress extends CustomerAddress {
  readonly noteId: string;
}

/** A customer whose notes a caller may read. */
export interface NotedCustomer {
  readonly view: CustomerView;
  readonly record: CustomerRecord;
}

/** A note that exists, on a customer that exists. */
export interface FoundNote extends NotedCustomer {
  readonly noteId: string;
  readonly note: NoteEvent;
}

/** @param consistent for a read that a write is based on @throws DomainError `crm-table.*`, `customer.not-found` */
export async function openNotes(
  ports: Pick<NotePorts, 'tables' | 'records'>,
  { prefix, customerId }: CustomerAddress,
  caller: Caller,
  consistent: boolean,
): Promise<NotedCustomer> {
  const view = await openView(ports, caller, 'notes.write', prefix);
  return { view, record: await findCustomer(ports, view, customerId, consistent) };
}

export function noteNotFound(): DomainError {
  return new DomainError('not-found', 'note.not-found', 'The customer has no such note.');
}

/** @throws DomainError `crm-table.*`, `customer.not-found`, `note.not-found` also for a deleted note */
export async function openNote(
  ports: Pick<NotePorts, 'tables' | 'records' | 'notes'>,
  { noteId, ...address }: NoteAddress,
  caller: Caller,
  consistent: boolean,
): Promise<FoundNote> {
  const { view, record } = await openNotes(ports, address, caller, consistent);
  // A note from before the deletion of a customer that was created again.
  if (versionOfEventId(noteId) <= record.deletedVersion) throw noteNotFound();
  const note = await ports.notes.find(view.table, record.customerId, noteId);
  if (!note || note.isDeleted) throw noteNotFound();
  return { view, record, noteId, note };
}

/** A note to be changed. @throws as `openNote`, and DomainError `if-match.stale` for another revision */
export async function openNoteAt(
  ports: Pick<NotePorts, 'tables' | 'records' | 'notes'>,
  address: NoteAddress,
  { caller, revision }: EditOrigin,
): Promise<FoundNote> {
  const found = await openNote(ports, address, caller, true);
  if (!isExpected(found.note.revision, revision)) throw staleRevision();
  return found;
}

/** The event of what a person does with a note now. */
export function changeOfNote(
  { clock, ids }: NotePorts,
  kind: NoteChange['kind'],
  by: string,
  { record, noteId }: FoundNote,
): NoteChange {
  return { id: ids.newId(), kind, at: clock.now().toISOString(), by, version: record.version, noteId };
}

/** @throws DomainError `if-match.stale` if the note, the pinned notes or the customer have changed since they were read */
export async function writeNote(
  { notes }: Pick<NotePorts, 'notes'>,
  { view, record }: NotedCustomer,
  write: NoteWrite,
): Promise<void> {
  if ((await notes.write(view.table, record, write)) !== 'written') throw staleRevision();
}
