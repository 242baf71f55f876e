import { useState } from 'react';
import { useIsViewing } from '../../shared/session/me.ts';
import { focusPage } from '../../shared/shell/focus-page.ts';
import type { DeskTable } from '../desk/desk-table.ts';
import { type EditedNote, NEW_NOTE, type NoteDraft } from './note-model.ts';
import { useNoteDrafts } from './use-note-draft.ts';

interface OpenForm {
  readonly note: EditedNote;
  readonly typed?: string;
}

const formOf = ({ note, typed }: NoteDraft): OpenForm => ({ note, typed });

/** The notes of a record: their lists, and the form that is open. A half-written note opens with its record. */
export function useRecordNotes({ prefix, mayNote, mayDelete }: DeskTable, customerId: string, showNotes: () => void) {
  const address = { prefix, customerId };
  const drafts = useNoteDrafts(address);
  const isViewing = useIsViewing();
  const [open, setOpen] = useState<OpenForm | undefined>(() => {
    const draft = mayNote && !isViewing ? drafts.readLast() : undefined;
    return draft && formOf(draft);
  });
  const leave = () => {
    setOpen(undefined);
    // The form is gone, and with it the focus.
    focusPage();
  };
  /** The draft of this note goes on; those of other notes wait until these are opened. */
  const edit = (note: EditedNote) => {
    const draft = drafts.read(note.noteId);
    setOpen(draft ? formOf(draft) : { note });
  };
  return {
    create: () => edit(NEW_NOTE),
    list: { address, mayDeleteAll: mayDelete, onEdit: edit },
    form: open && {
      ...{ address, note: open.note, typed: open.typed, onLeave: leave },
      onSaved: () => {
        leave();
        showNotes();
      },
    },
  };
}
