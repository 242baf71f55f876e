import './history.css';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { shownDate } from '../../shared/shell/date.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { STYLE_TOKENS } from '../../shared/style/style-tokens.ts';
import type { Field } from '../fields-model.ts';
import { HistoryEntry } from './history-entry.tsx';
import { HistoryFilter } from './history-filter.tsx';
import { type Entry, earliestOf, isFiltered, keyOf, matching, NO_FILTER, personsOf } from './history-model.ts';
import { useHistory, useNames } from './queries.ts';
import { HISTORY } from './text.ts';

/** The changes of a customer by people and imports, the newest first. */
export function CustomerHistory({
  tablePrefix,
  customerId,
  fields,
}: {
  readonly tablePrefix: string;
  readonly customerId: string;
  /** Those that the user sees, for their labels. */
  readonly fields: readonly Pick<Field, 'code' | 'label'>[];
}) {
  const address = { prefix: tablePrefix, customerId };
  const { entries, error, reload, ...more } = useHistory(address);
  const [filter, setFilter] = useState(NO_FILTER);
  const persons = personsOf(entries ?? []);
  const nameOf = useNames(persons);
  if (!entries) return error ? <FailedHistory {...{ error, reload }} /> : <HistorySkeleton />;
  if (entries.length === 0 && !more.hasMore) return <NoHistory />;
  const labels = new Map(fields.map(({ code, label }) => [code, label]));
  const shown = matching(entries, filter, labels);
  return (
    <div style={STYLE_TOKENS}>
      <SpaceBetween size="m">
        <HistoryFilter
          filter={filter}
          persons={persons.map((value) => ({ value, label: nameOf(value) }))}
          onChange={setFilter}
        />
        {shown.length > 0 && (
          <ol className="history" aria-label={HISTORY.list}>
            {shown.map((entry) => (
              <HistoryEntry key={keyOf(entry)} {...{ entry, address, labels, nameOf }} />
            ))}
          </ol>
        )}
        {error && <ErrorAlert error={error} />}
        <Earlier {...{ entries, ...more }} isSearch={isFiltered(filter)} isEmpty={shown.length === 0} />
      </SpaceBetween>
    </div>
  );
}

/** How far the history was read, and the way on. */
function Earlier({
  entries,
  hasMore,
  isReading,
  readMore,
  isSearch,
  isEmpty,
}: {
  readonly entries: readonly Entry[];
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly readMore: () => void;
  readonly isSearch: boolean;
  readonly isEmpty: boolean;
}) {
  const earliest = earliestOf(entries);
  const parts = [
    ...(isEmpty ? [HISTORY.noMatch] : []),
    ...(isSearch && hasMore && earliest !== undefined ? [HISTORY.searchedTo(shownDate(earliest))] : []),
  ];
  return (
    <SpaceBetween size="xs">
      <LiveRegion hidden={parts.length === 0}>{parts.join(' ')}</LiveRegion>
      {hasMore && (
        <Button formAction="none" loading={isReading} onClick={readMore}>
          {isSearch ? HISTORY.goOn : HISTORY.more}
        </Button>
      )}
    </SpaceBetween>
  );
}

const HistorySkeleton = () => (
  <LiveRegion tagName="div">
    <span className="history-label">{HISTORY.loading}</span>
    <SpaceBetween size="s">
      {['a', 'b', 'c'].map((id) => (
        <Skeleton key={id} />
      ))}
    </SpaceBetween>
  </LiveRegion>
);

const NoHistory = () => (
  <Box textAlign="center" padding={{ vertical: 'l' }}>
    <Box variant="strong">{HISTORY.empty}</Box>
    <Box color="text-body-secondary">{HISTORY.emptyHelp}</Box>
  </Box>
);

const FailedHistory = ({ error, reload }: { readonly error: Error; readonly reload: () => void }) => (
  <SpaceBetween size="s">
    <ErrorAlert error={error} />
    <Button onClick={reload}>{HISTORY.retry}</Button>
  </SpaceBetween>
);
