import Alert from '@cloudscape-design/components/alert';
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
  if (hits.length === 0) {
    return (
      <SpaceBetween size="s">
        <Preparing table={table} codes={found.preparing ?? []} />
        <NoMatch key={search.id} create={table.insertable.length > 0 ? create : undefined} hasFocus={isNew} />
      </SpaceBetween>
    );
  }
  return (
    <Container
      header={
        <Header variant="h2" actions={found.hasMore && <ActionButton action={more} loading={found.isFetching} />}>
          <output>{DESK.matches(hits.length, found.hasMore)}</output>
        </Header>
      }
    >
      {found.error && <ErrorAlert error={found.error} header={DESK.searchFailed} />}
      <Preparing table={table} codes={found.preparing ?? []} />
      {found.commonWord !== undefined && <Alert>{DESK.commonWord(found.commonWord)}</Alert>}
      <Matches
        key={search.id}
        {...{ table, hits, opened: search.opened }}
        hasFocus={isNew || search.opened !== undefined}
        onOpen={state.open}
      />
    </Container>
  );
}

/** Says that customers may be missing while the values of a field are being indexed. */
function Preparing({ table, codes }: { readonly table: DeskTable; readonly codes: readonly string[] }) {
  const labels = table.fields.flatMap(({ code, label }) => (codes.includes(code) ? [label] : []));
  return labels.length > 0 && <Alert>{DESK.preparing(labels.join(', '))}</Alert>;
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
