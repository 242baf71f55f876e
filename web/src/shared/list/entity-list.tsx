import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import Pagination from '@cloudscape-design/components/pagination';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { TextFilterProps } from '@cloudscape-design/components/text-filter';
import { type ReactNode, useRef } from 'react';
import { ErrorAlert } from '../shell/message-pages.tsx';
import { TextFilter } from './text-filter.tsx';
import { useColumns } from './use-columns.ts';
import type { Pages } from './use-pages.ts';

export interface Column<Item> {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** The column names the item and cannot be hidden. */
  readonly isName?: boolean;
  /** Whether the column is shown only to users who choose it. */
  readonly isExtra?: boolean;
}

/** For a list of which several items can be chosen. */
interface Choice<Item> {
  readonly chosen: readonly Item[];
  readonly onChoose: (items: readonly Item[]) => void;
  /** Names the checkbox of an item. */
  readonly label: (item: Item) => string;
  /** Names the checkbox of the page. */
  readonly labelAll: string;
}

/** One page of a list, with a choice of columns. */
export function EntityList<Item>({
  name,
  title,
  description,
  noun,
  pages,
  idOf,
  columns,
  actions,
  filterBy,
  filter,
  empty,
  choice,
  isNamedByPage = false,
}: {
  /** Names the list among those whose columns this browser remembers. */
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  /** Plural, for instance `campaigns`. */
  readonly noun: string;
  readonly pages: Pages<Item>;
  readonly idOf: (item: Item) => string;
  readonly columns: readonly Column<Item>[];
  readonly actions?: ReactNode;
  /** What the list is for and what to do next, shown while it has no items. */
  readonly empty: ReactNode;
  /** For a list that is filtered by a text: what the API compares with it, for instance `name or prefix`. */
  readonly filterBy?: string;
  /** For a list that is filtered by something else: sets `pages.filter`. */
  readonly filter?: ReactNode;
  /** Absent if items cannot be chosen. The choice is kept when another page is shown. */
  readonly choice?: Choice<Item>;
  /** Whether the heading of the page already names the list. */
  readonly isNamedByPage?: boolean;
}) {
  const usual = columns.map(({ id, isExtra = false }) => ({ id, visible: !isExtra }));
  const [shown, setShown] = useColumns(name, usual);
  const isEmpty = pages.filter === '' && !pages.isLoading && pages.known === 0;
  const textFilter = useRef<TextFilterProps.Ref | null>(null);
  const narrowing =
    filterBy === undefined ? filter : <TextFilter ref={textFilter} pages={pages} noun={noun} by={filterBy} />;
  const clearFilter = () => {
    pages.setFilter('');
    // The button is gone with the filter.
    textFilter.current?.focus();
  };
  const emptyList = pages.filter === '' ? <Centred>{empty}</Centred> : <NoMatch noun={noun} clear={clearFilter} />;
  if (pages.error) return <FailedList error={pages.error} title={title} reload={pages.reload} />;
  return (
    <Table
      header={
        !isNamedByPage && (
          <Header variant="h2" actions={actions} description={description}>
            {title}
          </Header>
        )
      }
      ariaLabels={{
        tableLabel: title,
        ...(choice && {
          selectionGroupLabel: choice.labelAll,
          allItemsSelectionLabel: () => choice.labelAll,
          itemSelectionLabel: (_: unknown, item: Item) => choice.label(item),
        }),
      }}
      {...(choice && {
        selectionType: 'multi' as const,
        selectedItems: choice.chosen,
        onSelectionChange: ({ detail }: { readonly detail: { readonly selectedItems: readonly Item[] } }) =>
          choice.onChoose(detail.selectedItems),
      })}
      items={pages.isLoading ? [] : pages.items}
      trackBy={idOf}
      columnDefinitions={columns.map(({ id, header, cell, isName = false }) => ({
        id,
        header,
        cell,
        isRowHeader: isName,
      }))}
      columnDisplay={shown}
      empty={pages.isLoading ? <ListSkeleton noun={noun} /> : emptyList}
      filter={!isEmpty && narrowing}
      pagination={
        (pages.knownPages > 1 || pages.hasMore) && (
          <Pagination
            currentPageIndex={pages.page}
            pagesCount={pages.knownPages}
            openEnd={pages.hasMore}
            onChange={({ detail }) => pages.goTo(detail.currentPageIndex)}
            onNextPageClick={({ detail }) => pages.goTo(detail.requestedPageIndex)}
          />
        )
      }
      preferences={
        <CollectionPreferences
          title={`Columns of ${noun}`}
          confirmLabel="Apply"
          cancelLabel="Cancel"
          preferences={{ contentDisplay: shown }}
          contentDisplayPreference={{
            options: columns.map(({ id, header, isName = false }) => ({ id, label: header, alwaysVisible: isName })),
          }}
          onConfirm={({ detail }) => detail.contentDisplay && setShown(detail.contentDisplay)}
        />
      }
    />
  );
}

/** Holds the place of the rows while they load. */
function ListSkeleton({ noun }: { readonly noun: string }) {
  return (
    <SpaceBetween size="s">
      <LiveRegion hidden>Loading {noun}</LiveRegion>
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} width="100%" height="1.5rem" />
      ))}
    </SpaceBetween>
  );
}

function NoMatch({ noun, clear }: { readonly noun: string; readonly clear: () => void }) {
  return (
    <Centred>
      <Box>No {noun} match the filter.</Box>
      <Button onClick={clear}>Clear the filter</Button>
    </Centred>
  );
}

function FailedList({
  error,
  title,
  reload,
}: {
  readonly error: Error;
  readonly title: string;
  readonly reload: () => void;
}) {
  return (
    <SpaceBetween size="s">
      <ErrorAlert error={error} header={`${title} cannot be loaded`} />
      <Button onClick={reload}>Try again</Button>
    </SpaceBetween>
  );
}

function Centred({ children }: { readonly children: ReactNode }) {
  return (
    <Box textAlign="center" color="inherit" margin={{ vertical: 'xs' }}>
      <SpaceBetween size="s" alignItems="center">
        {children}
      </SpaceBetween>
    </Box>
  );
}
