import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { DataGrid } from '../../shared/grid/data-grid.tsx';
import type { GridColumn } from '../../shared/grid/grid-column.ts';
import { Key } from '../../shared/keys/key.tsx';
import { CUSTOMERS } from '../text.ts';
import { VipBadge } from '../vip-badge.tsx';
import type { DeskTable } from './desk-table.ts';
import type { Hit } from './search-model.ts';
import { DESK } from './text.ts';

/** As many as there are digits for them. */
export const DIGITS = 9;

interface Row extends Hit {
  /** Counted from 1. */
  readonly position: number;
}

/** The customers that match, with the Result columns and the fields by which they were found. */
export function Matches({
  table,
  hits,
  opened,
  hasFocus,
  onOpen,
}: {
  readonly table: DeskTable;
  readonly hits: readonly Hit[];
  /** The customer that was opened last. */
  readonly opened: string | undefined;
  readonly hasFocus: boolean;
  readonly onOpen: (customerId: string) => void;
}) {
  const rows = hits.map((hit, at) => ({ ...hit, position: at + 1 }));
  return (
    <SpaceBetween size="s">
      {table.columns.length === 0 && hits.length > 1 && <Alert>{DESK.noResult}</Alert>}
      <DataGrid
        label={DESK.matchList}
        columns={columnsOf(table)}
        rows={rows}
        keyOf={({ customerId }) => customerId}
        chosen={opened}
        hasFocus={hasFocus}
        onChoose={({ customerId }) => onOpen(customerId)}
      />
    </SpaceBetween>
  );
}

function columnsOf({ fields, columns }: DeskTable): readonly GridColumn<Row>[] {
  const labels = new Map([...fields.map(({ code, label }) => [code, label] as const), [CUSTOMER_ID, DESK.customerId]]);
  return [
    {
      id: CUSTOMER_ID,
      header: DESK.customerId,
      width: 10,
      cell: ({ position, customerId }) => (
        <>
          {position <= DIGITS && <Key name={String(position)} />} {customerId}
        </>
      ),
    },
    { id: 'vip', header: CUSTOMERS.vip, width: 4, cell: ({ isVip }) => <VipBadge isVip={isVip} /> },
    {
      ...{ id: 'found-by', header: DESK.foundBy, width: 8, grows: true },
      cell: ({ matched }) => matched.map((code) => labels.get(code) ?? code).join(', '),
    },
    ...columns.map(({ code, label }) => ({
      ...{ id: code, header: label, width: 8, grows: true },
      cell: ({ values }: Row) => values[code] ?? '',
    })),
  ];
}
