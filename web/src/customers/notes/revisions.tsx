import Box from '@cloudscape-design/components/box';
import Modal from '@cloudscape-design/components/modal';
import Skeleton from '@cloudscape-design/components/skeleton';
import { shownDate } from '../../shared/shell/date.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import type { CustomerAddress } from '../history/queries.ts';
import { useRevisions } from './queries.ts';
import { NOTES } from './text.ts';

/** The texts that a note has had, the newest first. */
export function Revisions({
  address,
  noteId,
  nameOf,
  onLeave,
}: {
  readonly address: CustomerAddress;
  readonly noteId: string;
  readonly nameOf: (userId: string) => string;
  readonly onLeave: () => void;
}) {
  const { data, error } = useRevisions(address, noteId);
  return (
    <Modal visible size="large" header={NOTES.revisions} onDismiss={onLeave}>
      {error && <ErrorAlert error={error} />}
      {!data && !error && <Skeleton />}
      <ol className="notes">
        {data?.items.map(({ revision, text, at, by }) => (
          <li className="note" key={revision}>
            <Box color="text-body-secondary" fontSize="body-s">
              {NOTES.written(shownDate(at), nameOf(by))}
            </Box>
            <p className="note-text">{text}</p>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
