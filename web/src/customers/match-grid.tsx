import { CUSTOMER_ID } from '../shared/field-codes.ts';
import { DataGrid } from '../shared/grid/data-grid.tsx';
import type { GridColumn } from '../shared/grid/grid-column.ts';
import { Key } from '../shared/keys/key.tsx';
import { useNarrow } from '../shared/shell/use-narrow.ts';
import { type Field, type Match, placedColumns } from './fields-model.ts';
import { CUSTOMERS } from './text.ts';
import { VipBadge } from './vip-badge.tsx';

interface Row extends Match {
  /** Counted from 1. */
  readonly position: number;
}

/** As many matches as there are digits that open them. */
export const DIGITS = 9;

/** The customers that match, with the fields by which they were found and the columns of the flag Result. */
export function MatchGrid({
  fields,
  columns,
  matches,
  opened,
  hasFocus,
  onOpen,
}: {
  /** All that the user sees: they name what was found. */
  readonly fields: readonly Field[];
  /** Without the Customer ID and VIP, which the list always has. */
  readonly columns: readonly Field[];
  readonly matches: readonly Match[];
  /** The customer that was opened last. */
  readonly opened?: string | undefined;
  readonly hasFocus: boolean;
  readonly onOpen: (customerId: string) => void;
}) {
  const isNarrow = useNarrow();
  return (
    <DataGrid
      label={CUSTOMERS.matchList}
      columns={gridColumns(fields, placedColumns(columns, isNarrow))}
      rows={matches.map((match, at) => ({ ...match, position: at + 1 }))}
      keyOf={({ customerId }) => customerId}
      chosen={opened}
      hasFocus={hasFocus}
      onChoose={({ customerId }) => onOpen(customerId)}
    />
  );
}

const valueColumn = ({ code, label }: Field): GridColumn<Row> => ({
  ...{ id: code, header: label, width: 7, grows: true },
  cell: ({ values }) => values[code] ?? '',
});

function gridColumns(
  fields: readonly Field[],
  { before, after }: ReturnType<typeof placedColumns>,
): readonly GridColumn<Row>[] {
  const labels = new Map(fields.map(({ code, label }) => [code, label]));
  return [
    {
      ...{ id: CUSTOMER_ID, header: labels.get(CUSTOMER_ID) ?? CUSTOMERS.customerId, width: 9.5 },
      cell: ({ position, customerId }) => (
        <>
          {position <= DIGITS && <Key name={String(position)} />} {customerId}
        </>
      ),
    },
    { id: 'vip', header: CUSTOMERS.vip, width: 3.5, cell: ({ isVip }) => <VipBadge isVip={isVip} /> },
    ...before.map(valueColumn),
    {
      ...{ id: 'found-by', header: CUSTOMERS.foundBy, width: 7, grows: true },
      cell: ({ matched }) => matched.map(({ label, how }) => CUSTOMERS.how(label, how)).join(', '),
    },
    ...after.map(valueColumn),
  ];
}
