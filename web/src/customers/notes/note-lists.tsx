import './notes.css';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { STYLE_TOKENS } from '../../shared/style/style-tokens.ts';
import { useNames } from '../history/queries.ts';
import { NoteItem, type NoteListProps } from './note-item.tsx';
import type { NoteHead } from './note-model.ts';
import { useNotes, usePinnedNotes } from './queries.ts';
import { NOTES } from './text.ts';

type ListProps = Omit<NoteListProps, 'nameOf'>;

const personsOf = (notes: readonly NoteHead[]): readonly string[] =>
  notes.flatMap(({ by, editedBy }) => (editedBy === undefined ? [by] : [by, editedBy]));

/** The pinned notes, at the head of the record; nothing if there are none. */
export function PinnedNotes(props: ListProps) {
  const { data, error } = usePinnedNotes(props.address, true);
  const notes = data?.items ?? [];
  const nameOf = useNames(personsOf(notes));
  if (error) return <ErrorAlert error={error} />;
  if (notes.length === 0) return null;
  return (
    <div style={STYLE_TOKENS}>
      <Container>
        <ul className="notes" aria-label={NOTES.pinnedList}>
          {notes.map((note) => (
            <NoteItem key={note.noteId} {...{ ...props, note, nameOf }} isPinned />
          ))}
        </ul>
      </Container>
    </div>
  );
}

/** All notes of a customer, the newest first. */
export function NoteList(props: ListProps) {
  const { notes, query } = useNotes(props.address);
  const nameOf = useNames(personsOf(notes ?? []));
  if (!notes) return query.error ? <ErrorAlert error={query.error} /> : <Skeleton />;
  return (
    <div style={STYLE_TOKENS}>
      <SpaceBetween size="m">
        {notes.length === 0 && !query.hasNextPage && (
          <Box textAlign="center" padding={{ vertical: 'l' }}>
            {NOTES.empty}
          </Box>
        )}
        <ol className="notes" aria-label={NOTES.list}>
          {notes.map((note) => (
            <NoteItem key={note.noteId} {...{ ...props, note, nameOf }} isPinned={note.isPinned} />
          ))}
        </ol>
        {query.error && <ErrorAlert error={query.error} />}
        {query.hasNextPage && (
          <Button formAction="none" loading={query.isFetching} onClick={() => void query.fetchNextPage()}>
            {NOTES.more}
          </Button>
        )}
      </SpaceBetween>
    </div>
  );
}
