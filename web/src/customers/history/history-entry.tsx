import Box from '@cloudscape-design/components/box';
import { shownDate } from '../../shared/shell/date.ts';
import { DESK } from '../desk/text.ts';
import { DocumentLine } from '../documents/document-line.tsx';
import { DOCUMENTS } from '../documents/text.ts';
import { NoteText } from '../notes/note-text.tsx';
import { NOTES } from '../notes/text.ts';
import { FieldChanges } from './field-changes.tsx';
import {
  type DocumentEntry,
  type Entry,
  type ImportLine,
  isDocument,
  isImport,
  isNote,
  type Labels,
  type NoteEntry,
} from './history-model.ts';
import { ImportedValues } from './imported-values.tsx';
import type { CustomerAddress } from './queries.ts';
import { HISTORY } from './text.ts';

const timeOf = ({ at }: Entry) => (at === undefined ? HISTORY.unknownTime : <time dateTime={at}>{shownDate(at)}</time>);

interface EntryProps {
  readonly entry: Entry;
  readonly address: CustomerAddress;
  readonly labels: Labels;
  readonly nameOf: (userId: string) => string;
}

/** One entry: when, who, and the fields or the note. */
export function HistoryEntry({ entry, address, labels, nameOf }: EntryProps) {
  return (
    <li className="history-entry">
      <Box color="text-body-secondary" fontSize="body-s">
        {timeOf(entry)}
      </Box>
      {isImport(entry) ? (
        <>
          <div>{entry.isCreation ? HISTORY.importCreated : HISTORY.importChanged}</div>
          <ImportedValues {...{ address, labels }} importId={entry.importId} />
        </>
      ) : (
        <>
          <div>
            <Box variant="strong">{nameOf(entry.by)}</Box> {sentenceOf(entry)}
          </div>
          <Details {...{ entry, address, labels, nameOf }} />
        </>
      )}
    </li>
  );
}

type Act = Exclude<Entry, ImportLine>;

function Details({ entry, address, labels, nameOf }: Omit<EntryProps, 'entry'> & { readonly entry: Act }) {
  if (isNote(entry)) return <NoteDetails {...{ entry, address, nameOf }} />;
  if (isDocument(entry)) return <DocumentDetails {...{ entry, address, nameOf }} />;
  if ('noteId' in entry || 'documentId' in entry) return null;
  return (
    <>
      {entry.changes.length > 0 && <FieldChanges changes={entry.changes} labels={labels} />}
      {entry.isCut === true && <Box color="text-body-secondary">{HISTORY.cut}</Box>}
    </>
  );
}

function NoteDetails({
  entry,
  address,
  nameOf,
}: Pick<EntryProps, 'address' | 'nameOf'> & { readonly entry: NoteEntry }) {
  if (entry.isDeleted) return <Box color="text-body-secondary">{NOTES.isDeleted}</Box>;
  const { editedAt, editedBy } = entry;
  return (
    <>
      <NoteText address={address} note={entry} />
      {editedAt !== undefined && editedBy !== undefined && (
        <Box color="text-body-secondary" fontSize="body-s">
          {NOTES.edited(shownDate(editedAt), nameOf(editedBy))}
        </Box>
      )}
    </>
  );
}

function DocumentDetails({
  entry,
  address,
  nameOf,
}: Pick<EntryProps, 'address' | 'nameOf'> & { readonly entry: DocumentEntry }) {
  if (entry.isDeleted) return <Box color="text-body-secondary">{DOCUMENTS.isDeleted}</Box>;
  const { updatedAt, updatedBy } = entry;
  return (
    <>
      <DocumentLine address={address} document={entry} />
      {updatedAt !== undefined && updatedBy !== undefined && (
        <Box color="text-body-secondary" fontSize="body-s">
          {DOCUMENTS.updated(shownDate(updatedAt), nameOf(updatedBy))}
        </Box>
      )}
    </>
  );
}

function sentenceOf(entry: Act): string {
  const reason = reasonOf(entry);
  return reason === undefined ? HISTORY[entry.kind] : `${HISTORY[entry.kind]}: ${reason}`;
}

function reasonOf(entry: Act): string | undefined {
  if (isNote(entry) || isDocument(entry)) return undefined;
  if ('documentId' in entry) return entry.reason && DOCUMENTS.reasons[entry.reason];
  if ('noteId' in entry) return entry.reason && NOTES.reasons[entry.reason];
  return entry.reason && DESK.reasons[entry.reason];
}
