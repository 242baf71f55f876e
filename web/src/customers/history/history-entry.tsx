import Box from '@cloudscape-design/components/box';
import { shownDate } from '../../shared/shell/date.ts';
import { DESK } from '../desk/text.ts';
import { FieldChanges } from './field-changes.tsx';
import { type Entry, isImport, type Labels, type PersonChange } from './history-model.ts';
import { ImportedValues } from './imported-values.tsx';
import type { CustomerAddress } from './queries.ts';
import { HISTORY } from './text.ts';

const timeOf = ({ at }: Entry) => (at === undefined ? HISTORY.unknownTime : <time dateTime={at}>{shownDate(at)}</time>);

/** One change: when, who, and the fields. */
export function HistoryEntry({
  entry,
  address,
  labels,
  nameOf,
}: {
  readonly entry: Entry;
  readonly address: CustomerAddress;
  readonly labels: Labels;
  readonly nameOf: (userId: string) => string;
}) {
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
          {entry.changes.length > 0 && <FieldChanges changes={entry.changes} labels={labels} />}
          {entry.isCut === true && <Box color="text-body-secondary">{HISTORY.cut}</Box>}
        </>
      )}
    </li>
  );
}

const sentenceOf = ({ kind, reason }: PersonChange): string =>
  reason === undefined ? HISTORY[kind] : `${HISTORY[kind]}: ${DESK.reasons[reason]}`;
