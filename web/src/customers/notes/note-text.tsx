import './notes.css';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import type { CustomerAddress } from '../history/queries.ts';
import type { NoteHead } from './note-model.ts';
import { useNote } from './queries.ts';
import { NOTES } from './text.ts';

/** The text of a note: its beginning, and all of it when it is opened. */
export function NoteText({
  address,
  note: { noteId, beginning, isWhole },
}: {
  readonly address: CustomerAddress;
  readonly note: Pick<NoteHead, 'noteId' | 'beginning' | 'isWhole'>;
}) {
  const [isOpen, setOpen] = useState(false);
  const { data, error, isFetching } = useNote(address, noteId, isOpen);
  const isShown = isOpen && data !== undefined;
  return (
    <>
      <p className="note-text">
        {isShown ? data.text : beginning}
        {!isShown && !isWhole && '…'}
      </p>
      {error && <ErrorAlert error={error} />}
      {!isWhole && (
        <Button
          formAction="none"
          variant="inline-link"
          nativeButtonAttributes={{ 'data-opens': '' }}
          loading={isOpen && isFetching && !data}
          onClick={() => setOpen(!isOpen)}
        >
          {isShown ? NOTES.showLess : NOTES.showAll}
        </Button>
      )}
    </>
  );
}
