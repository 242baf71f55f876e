import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useMe } from '../../shared/session/me.ts';
import { shownDate } from '../../shared/shell/date.ts';
import { useNames } from '../history/queries.ts';
import type { EditedNote } from './note-model.ts';
import { NOTES } from './text.ts';

/** Says what another person has done with the note of the form; nothing if nobody has. */
export function NoteConflict({ note: { meanwhile, isDeleted } }: { readonly note: EditedNote }) {
  const { userId } = useMe();
  if (isDeleted === true) {
    return (
      <Alert type="warning" header={NOTES.deletedMeanwhile}>
        {NOTES.deletedAdvice}
      </Alert>
    );
  }
  if (meanwhile === undefined) return null;
  return (
    <Alert type="warning" header={meanwhile.by === userId ? NOTES.changedByYou : NOTES.changedMeanwhile}>
      {NOTES.changedAdvice}
    </Alert>
  );
}

/** The text of another person, which can be read and copied from. */
export function TheirText({
  text,
  meanwhile: { at, by },
}: {
  readonly text: string;
  readonly meanwhile: NonNullable<EditedNote['meanwhile']>;
}) {
  const nameOf = useNames([by]);
  return (
    <FormField stretch label={NOTES.theirText(shownDate(at), nameOf(by))}>
      <Textarea readOnly rows={5} value={text} />
    </FormField>
  );
}
