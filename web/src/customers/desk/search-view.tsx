import Container from '@cloudscape-design/components/container';
import type { InputProps } from '@cloudscape-design/components/input';
import type { SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../shared/keys/action-button.tsx';
import { PageKeys } from '../../shared/keys/page-keys.tsx';
import { navigate } from '../../shared/router/use-place.ts';
import { Page } from '../../shared/shell/page.tsx';
import { DIGITS } from '../match-grid.tsx';
import { newAddress, searchedNewAddress } from './address.ts';
import type { DeskTable } from './desk-table.ts';
import { OtherTables } from './other-tables.tsx';
import { useLaterTableChoices } from './queries.ts';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import { TableSwitch } from './table-switch.tsx';
import { DESK } from './text.ts';
import { useSearch } from './use-search.ts';

/** Finds customers of a CRM table. */
export function SearchView({ table }: { readonly table: DeskTable }) {
  const state = useSearch(table);
  const { search, found, hits, typed, setTyped, open } = state;
  const choices = useLaterTableChoices();
  const box = useRef<InputProps.Ref | null>(null);
  const focusBox = () => {
    box.current?.focus();
    box.current?.select();
  };
  const [opensInBox] = useState(state.hasBoxFocus);
  useEffect(() => {
    // What was typed before is replaced by what is typed next.
    if (opensInBox) box.current?.select();
  }, [opensInBox]);
  const select = useRef<SelectProps.Ref | null>(null);
  const hasSwitch = choices.length > 1;
  const create = {
    ...{ id: 'new', text: DESK.newCustomer, key: 'n' },
    act: () => navigate(search ? searchedNewAddress(table, search.id) : newAddress(table)),
  };
  const more = { id: 'more', text: DESK.more, key: 'm', act: () => void found.readMore() };
  const clear = {
    ...{ id: 'clear', text: DESK.clear, key: 'Escape' },
    act: () => {
      state.clear();
      focusBox();
    },
  };
  const actions = [
    { id: 'box', text: DESK.focusBox, key: '/', act: focusBox },
    ...(table.insertable.length > 0 ? [create] : []),
    ...(found.hasMore ? [more] : []),
    ...(hasSwitch ? [{ id: 'table', text: DESK.switchTable, key: 't', act: () => select.current?.focus() }] : []),
    clear,
    ...hits.slice(0, DIGITS).map(({ customerId }, at) => ({
      ...{ id: `open-${at}`, text: DESK.open, key: String(at + 1), isUnlisted: true },
      act: () => open(customerId),
    })),
  ];
  return (
    <Page
      title={table.name}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {hasSwitch && <TableSwitch {...{ table, choices, select }} />}
          {table.insertable.length > 0 && <ActionButton action={create} />}
          <PageKeys actions={actions} further={LIST_KEYS} />
        </SpaceBetween>
      }
    >
      <SpaceBetween size="m">
        <Container>
          <SearchForm
            {...{ fields: table.searchable, typed, faults: state.faults, box, clear }}
            hasFocus={opensInBox}
            onChange={setTyped}
            onSearch={state.run}
          />
        </Container>
        <Results {...{ table, state, create, more }} />
        {search && hasSwitch && <OtherTables key={search.id} {...{ table, search, choices }} />}
      </SpaceBetween>
    </Page>
  );
}

const LIST_KEYS = [
  { key: '↑ ↓', text: DESK.arrows },
  { key: 'Enter', text: DESK.open },
  { key: '1 … 9', text: DESK.openByDigit },
];
