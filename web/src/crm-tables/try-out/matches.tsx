import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { KeyboardEvent } from 'react';
import { resultColumns, type Values, withFlag } from '../../customers/fields-model.ts';
import { MatchGrid } from '../../customers/match-grid.tsx';
import { type Draft, matchOf, type TrialCustomer } from './desk-model.ts';
import { TRY_OUT } from './text.ts';

/** The customers that match, as agents will see them. A digit opens one of the first nine. */
export function Matches({
  draft,
  typed,
  found,
  onOpen,
}: {
  readonly draft: Draft;
  /** What the search was for. */
  readonly typed: Values;
  readonly found: readonly TrialCustomer[];
  readonly onOpen: (customer: TrialCustomer) => void;
}) {
  const open = (customer: TrialCustomer | undefined) => {
    if (customer) onOpen(customer);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (/^[1-9]$/.test(key)) open(found[Number(key) - 1]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digits are a short way to the rows of the list
    <div onKeyDown={onKeyDown}>
      <SpaceBetween size="s">
        <output>{TRY_OUT.matches(found.length)}</output>
        {withFlag(draft, 'result').length === 0 && <Alert type="warning">{TRY_OUT.noResult}</Alert>}
        <MatchGrid
          {...{ fields: draft.fields, columns: resultColumns(draft.fields) }}
          matches={found.map((customer) => matchOf(draft, typed, customer))}
          hasFocus
          onOpen={(customerId) => open(found.find((each) => each.customerId === customerId))}
        />
      </SpaceBetween>
    </div>
  );
}
