import './history.css';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { usePaused } from '../../shared/form/use-paused.ts';
import { shownDate } from '../../shared/shell/date.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { STYLE_TOKENS } from '../../shared/style/style-tokens.ts';
import type { Field } from '../fields-model.ts';
import { HistoryEntry } from './history-entry.tsx';
import { HistoryFilter } from './history-filter.tsx';
import { isFiltered, keyOf, NO_FILTER, namedIn, personsOf } from './history-model.ts';
import { moveBetweenEvents, openByDoubleClick } from './open-events.ts';
import { useHistory, useNames } from './queries.ts';
import { HISTORY } from './text.ts';

/** What people and imports have done with a customer, the newest first. */
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
  const [filter, setFilter] = useState(NO_FILTER);
  const text = usePaused(filter.text);
  const sent = { ...filter, text };
  const whole = useHistory(address, NO_FILTER);
  const { entries, error, reload, ...more } = useHistory(address, sent);
  // A person of whom the search finds nothing stays to be chosen.
  const persons = personsOf([...(whole.entries ?? []), ...(entries ?? [])]);
  const nameOf = useNames([...persons, ...namedIn(entries ?? [])]);
  if (!whole.entries)
    return whole.error ? <FailedHistory error={whole.error} reload={whole.reload} /> : <HistorySkeleton />;
  if (whole.entries.length === 0 && !whole.hasMore) return <NoHistory />;
  const labels = new Map(fields.map(({ code, label }) => [code, label]));
  return (
    <div style={STYLE_TOKENS}>
      <SpaceBetween size="m">
        <HistoryFilter
          filter={filter}
          persons={persons.map((value) => ({ value, label: nameOf(value) }))}
          onChange={setFilter}
        />
        {entries && entries.length > 0 && (
          <ol
            className="history"
            aria-label={HISTORY.list}
            onKeyDown={moveBetweenEvents}
            onDoubleClick={openByDoubleClick}
          >
            {entries.map((entry) => (
              <HistoryEntry key={keyOf(entry)} {...{ entry, address, labels, nameOf }} />
            ))}
          </ol>
        )}
        {error && <FailedHistory {...{ error, reload }} />}
        {!entries && !error && <HistorySkeleton />}
        {entries && <Earlier {...more} isSearch={isFiltered(sent)} isEmpty={entries.length === 0} />}
      </SpaceBetween>
    </div>
  );
}

/** How far the history was read, and the way on. */
function Earlier({
  searchedTo,
  hasMore,
  isReading,
  readMore,
  isSearch,
  isEmpty,
}: {
  readonly searchedTo: string | undefined;
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly readMore: () => void;
  readonly isSearch: boolean;
  readonly isEmpty: boolean;
}) {
  const parts = [
    ...(isEmpty ? [HISTORY.noMatch] : []),
    ...(searchedTo === undefined ? [] : [HISTORY.searchedTo(shownDate(searchedTo))]),
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
