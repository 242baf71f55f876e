import type { Caller } from '../../../shared/domain/caller.ts';
import { eventIdOf } from '../../domain/event-place.ts';
import { type NoteEvent, textParts } from '../../domain/note.ts';
import type { CustomerAddress } from '../desk-ports.ts';
import { type NotePorts, openNotes, writeNote } from './note-of.ts';

export interface AddedNote {
  readonly noteId: string;
  readonly note: NoteEvent;
}

/** @throws DomainError `crm-table.*`, `customer.not-found`, `if-match.stale` if the customer is deleted meanwhile */
export async function addNote(
  ports: NotePorts,
  address: CustomerAddress,
  text: string,
  caller: Caller,
): Promise<AddedNote> {
  const noted = await openNotes(ports, address, caller, true);
  const [at, by, revision] = [ports.clock.now().toISOString(), caller.userId, 1];
  const { version } = noted.record;
  const note: NoteEvent = { id: ports.ids.newId(), kind: 'note', at, by, version, revision, ...textParts(text) };
  await writeNote(ports, noted, { note, before: undefined, text: { revision, text, at, by } });
  return { noteId: eventIdOf(note), note };
}
