import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef } from 'react';
import { ActionButton } from '../../shared/keys/action-button.tsx';
import type { PageAction } from '../../shared/keys/page-action.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import type { DeskTable } from './desk-table.ts';
import { Matches } from './matches.tsx';
import { DESK } from './text.ts';
import type { SearchState } from './use-search.ts';

/** The matches of the last search, or why there are none. */
export function Results({
  table,
  state,
  create,
  more,
}: {
  readonly table: DeskTable;
  readonly state: SearchState;
  readonly create: PageAction;
  readonly more: PageAction;
}) {
  const { found, hits, search, faults, isNew } = state;
  if (search === undefined) return null;
  const hasFault = Object.keys(faults).length > 0;
  if (found.error && found.hits === undefined) {
    return hasFault ? null : <ErrorAlert error={found.error} header={DESK.searchFailed} />;
  }
  if (found.hits === undefined) return <output>{DESK.searching}</output>;
  if (hits.length === 0)
    return <NoMatch key={search.id} create={table.insertable.length > 0 ? create : undefined} hasFocus={isNew} />;
  return (
    <Container
      header={
        <Header variant="h2" actions={found.hasMore && <ActionButton action={more} loading={found.isFetching} />}>
          <output>{DESK.matches(hits.length, found.hasMore)}</output>
        </Header>
      }
    >
      {found.error && <ErrorAlert error={found.error} header={DESK.searchFailed} />}
      <Matches
        key={search.id}
        {...{ table, hits, opened: search.opened }}
        hasFocus={isNew || search.opened !== undefined}
        onOpen={state.open}
      />
    </Container>
  );
}

/** The button for a new customer has the focus: after a search without a match, Enter takes what was typed. */
function NoMatch({ create, hasFocus }: { readonly create: PageAction | undefined; readonly hasFocus: boolean }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hasFocus) frame.current?.querySelector('button')?.focus();
  }, [hasFocus]);
  return (
    <Container>
      <div ref={frame}>
        <SpaceBetween size="s">
          <output>
            <Box variant="strong">{DESK.noMatch}</Box>
          </output>
          {DESK.noMatchHelp}
          {create && <ActionButton action={create} />}
        </SpaceBetween>
      </div>
    </Container>
  );
}
