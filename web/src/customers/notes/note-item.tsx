import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useRun } from '../../shared/form/use-run.ts';
import { useMe } from '../../shared/session/me.ts';
import { UnlessViewing } from '../../shared/session/unless-viewing.tsx';
import { shownDate } from '../../shared/shell/date.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import type { CustomerAddress } from '../history/queries.ts';
import { DeleteNoteQuestion } from './delete-note-question.tsx';
import type { EditedNote, NoteHead } from './note-model.ts';
import { NoteText } from './note-text.tsx';
import { useNoteWrites } from './queries.ts';
import { Revisions } from './revisions.tsx';
import { NOTES } from './text.ts';

/** What the list of notes needs of its record. */
export interface NoteListProps {
  readonly address: CustomerAddress;
  /** Whether the user may delete the notes of others. */
  readonly mayDeleteAll: boolean;
  readonly nameOf: (userId: string) => string;
  readonly onEdit: (note: EditedNote) => void;
}

/** A note with what one does with it. */
export function NoteItem({
  note,
  isPinned,
  address,
  mayDeleteAll,
  nameOf,
  onEdit,
}: NoteListProps & { readonly note: NoteHead; readonly isPinned: boolean }) {
  const { noteId, at, by, revision, editedAt, editedBy } = note;
  const { userId } = useMe();
  const writes = useNoteWrites(address);
  const { isRunning, failure, run } = useRun();
  const [dialog, setDialog] = useState<'delete' | 'revisions'>();
  const button = (text: string, act: () => void) => (
    <Button formAction="none" variant="inline-link" disabled={isRunning} onClick={act}>
      {text}
    </Button>
  );
  const edit = async () => {
    const { text, revision: current } = await writes.read(noteId);
    onEdit({ noteId, text, revision: current });
  };
  const leave = () => setDialog(undefined);
  return (
    <li className="note">
      <Box color="text-body-secondary" fontSize="body-s">
        {NOTES.written(shownDate(at), nameOf(by))}
        {editedAt !== undefined &&
          editedBy !== undefined &&
          ` · ${NOTES.edited(shownDate(editedAt), nameOf(editedBy))}`}
      </Box>
      <NoteText address={address} note={note} />
      {failure !== undefined && <ErrorAlert error={failure} header={NOTES.notSaved} />}
      <SpaceBetween direction="horizontal" size="s">
        <UnlessViewing>
          {button(NOTES.edit, () => run(edit))}
          {button(isPinned ? NOTES.unpin : NOTES.pin, () => run(() => writes.pin(noteId, revision, !isPinned)))}
        </UnlessViewing>
        {revision > 1 && button(NOTES.revisions, () => setDialog('revisions'))}
        <UnlessViewing>
          {(by === userId || mayDeleteAll) && button(NOTES.remove, () => setDialog('delete'))}
        </UnlessViewing>
      </SpaceBetween>
      {dialog === 'revisions' && <Revisions {...{ address, noteId, nameOf }} onLeave={leave} />}
      {dialog === 'delete' && <DeleteNoteQuestion {...{ address, noteId, revision }} onLeave={leave} />}
    </li>
  );
}
