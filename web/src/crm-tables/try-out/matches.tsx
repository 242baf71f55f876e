import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { withFlag } from '../../customers/fields-model.ts';
import type { Draft, TrialCustomer } from './desk-model.ts';
import { TRY_OUT } from './text.ts';

/** The customers that match, with the fields that have the flag Result. A digit opens one of the first nine. */
export function Matches({
  draft,
  found,
  onOpen,
}: {
  readonly draft: Draft;
  readonly found: readonly TrialCustomer[];
  readonly onOpen: (customer: TrialCustomer) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector('button')?.focus(), []);
  const fields = withFlag(draft, 'result');
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const chosen = /^[1-9]$/.test(key) ? found[Number(key) - 1] : undefined;
    if (chosen) onOpen(chosen);
  };
  const numbered = found.map((customer, at) => ({ customer, number: at + 1 }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digits are a short way to the buttons of the list
    <div ref={frame} onKeyDown={onKeyDown}>
      <SpaceBetween size="s">
        <output>{TRY_OUT.matches(found.length)}</output>
        {fields.length === 0 && <Alert type="warning">{TRY_OUT.noResult}</Alert>}
        <Table
          variant="embedded"
          ariaLabels={{ tableLabel: TRY_OUT.matchList }}
          items={numbered}
          trackBy={({ customer }) => customer.customerId}
          columnDefinitions={[
            {
              id: 'number',
              header: TRY_OUT.number,
              cell: ({ number, customer }) => (
                <Button variant="inline-link" ariaLabel={TRY_OUT.openMatch(number)} onClick={() => onOpen(customer)}>
                  {String(number)}
                </Button>
              ),
            },
            ...fields.map(({ code, label }) => ({
              id: code,
              header: label,
              cell: ({ customer }: (typeof numbered)[number]) => customer.values[code] ?? '',
            })),
          ]}
        />
      </SpaceBetween>
    </div>
  );
}
