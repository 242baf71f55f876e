import { useState } from 'react';
import { RequestKeys } from '../../shared/api/request-keys.ts';
import { useRun } from '../../shared/form/use-run.ts';
import { notify } from '../../shared/shell/notices.tsx';
import { SAVED_NOTICE } from '../desk/saved-notice.ts';
import { useCloseQuestion } from '../desk/use-close-question.ts';
import type { CustomerAddress } from '../history/queries.ts';
import { type EditedNote, faultOf } from './note-model.ts';
import { useNoteWrites } from './queries.ts';
import { NOTES } from './text.ts';
import { useNoteDrafts } from './use-note-draft.ts';

export interface NoteFormProps {
  readonly address: CustomerAddress;
  readonly note: EditedNote;
  /** The text of the draft; undefined if there is none. */
  readonly typed: string | undefined;
  readonly onLeave: () => void;
  readonly onSaved: () => void;
}

/** The state of the form for a note. What another person makes of the note goes into the draft, so that the next save is about that. */
export function useNoteForm({ address, note: opened, typed, onLeave, onSaved }: NoteFormProps) {
  const drafts = useNoteDrafts(address);
  const writes = useNoteWrites(address);
  const { isRunning, failure, run } = useRun();
  const [keys] = useState(() => new RequestKeys());
  const [note, setNote] = useState(opened);
  const [text, setText] = useState(typed ?? opened.text);
  const [hasTried, setTried] = useState(false);
  const [isKept, setKept] = useState(true);
  const fault = faultOf(text, NOTES);
  useCloseQuestion(text !== note.text);

  const send = async (): Promise<EditedNote | undefined> => {
    if (note.noteId !== undefined) return writes.update(note.noteId, text, note.revision);
    await writes.create(text, keys.of({ text }));
    return undefined;
  };
  const change = (value: string) => {
    setText(value);
    if (value === note.text) drafts.forget(note.noteId);
    else setKept(drafts.keep(note.noteId, { note, typed: value }));
  };
  const save = () => {
    setTried(true);
    if (fault !== '' || isRunning) return;
    run(async () => {
      const theirs = await send();
      if (theirs !== undefined) {
        // A note that is deleted meanwhile goes on as a new one.
        drafts.forget(note.noteId);
        setNote(theirs);
        return setKept(drafts.keep(theirs.noteId, { note: theirs, typed: text }));
      }
      drafts.forget(note.noteId);
      notify({ id: SAVED_NOTICE, type: 'success', content: NOTES.saved });
      onSaved();
    });
  };
  const discard = () => {
    drafts.forget(note.noteId);
    onLeave();
  };
  return { note, text, fault: hasTried ? fault : '', isKept, isRunning, failure, change, save, discard };
}
