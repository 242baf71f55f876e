import './notes.css';
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { FormEvent } from 'react';
import { ActionButton } from '../../shared/keys/action-button.tsx';
import { PageKeys } from '../../shared/keys/page-keys.tsx';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { STYLE_TOKENS } from '../../shared/style/style-tokens.ts';
import { NoteConflict, TheirText } from './note-conflict.tsx';
import type { EditedNote } from './note-model.ts';
import { NOTES } from './text.ts';
import { type NoteFormProps, useNoteForm } from './use-note-form.ts';

function actionTexts({ meanwhile, isDeleted }: EditedNote): { readonly save: string; readonly discard: string } {
  if (isDeleted === true) return { save: NOTES.saveAsNew, discard: NOTES.discard };
  if (meanwhile !== undefined) return { save: NOTES.saveYours, discard: NOTES.keepTheirs };
  return { save: NOTES.save, discard: NOTES.discard };
}

/** Writes a note, or edits one. What is typed is kept with each change until it is saved or discarded. */
export function NoteForm(props: NoteFormProps) {
  const { note, text, fault, isKept, isRunning, failure, change, save, discard } = useNoteForm(props);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const texts = actionTexts(note);
  const actions = {
    save: { id: 'save-note', text: texts.save, key: 'Ctrl+Enter', act: save },
    leave: { id: 'leave-note', text: NOTES.leave, key: 'Escape', act: props.onLeave },
    discard: { id: 'discard-note', text: texts.discard, key: 'Ctrl+Delete', act: discard },
  };
  return (
    <Container>
      <form onSubmit={submit} noValidate autoComplete="off" style={STYLE_TOKENS}>
        <SpaceBetween size="s">
          {props.typed !== undefined && <Alert>{NOTES.restored}</Alert>}
          {!isKept && <Alert type="warning">{NOTES.notKept}</Alert>}
          {failure !== undefined && <ErrorAlert error={failure} header={NOTES.notSaved} />}
          <NoteConflict note={note} />
          <div className="note-texts">
            <FormField stretch label={note.noteId === undefined ? NOTES.newNote : NOTES.editedNote} errorText={fault}>
              <Textarea autoFocus rows={5} value={text} onChange={({ detail }) => change(detail.value)} />
            </FormField>
            {note.meanwhile && <TheirText text={note.text} meanwhile={note.meanwhile} />}
          </div>
          <SpaceBetween direction="horizontal" size="xs">
            <ActionButton action={actions.save} variant="primary" submits loading={isRunning} />
            <ActionButton action={actions.leave} />
            {(text !== note.text || note.meanwhile) && <ActionButton action={actions.discard} variant="link" />}
            <PageKeys actions={Object.values(actions)} />
          </SpaceBetween>
        </SpaceBetween>
      </form>
    </Container>
  );
}
