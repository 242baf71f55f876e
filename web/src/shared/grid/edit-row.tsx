import { useMemo } from 'react';
import { CellEditor, type Ending } from './cell-editor.tsx';
import type { EditColumn } from './edit-column.ts';
import type { Editing } from './use-edit.ts';
import type { drawnColumns } from './window-model.ts';

interface EditRowProps<Row> {
  /** Of the grid; begins the ids of the cells. */
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly EditColumn<Row>[];
  readonly shown: ReturnType<typeof drawnColumns>;
  /** The column of the current cell, if it is in this row. */
  readonly currentColumn: number | undefined;
  /** The cell of this row that is being changed. */
  readonly editing: Editing | undefined;
  readonly draftFault: (row: string, column: string, value: string) => string | undefined;
  readonly onType: (value: string) => void;
  readonly onEnd: (ending: Ending) => void;
}

/** One drawn row of a grid whose cells can be changed: its first cell, and those of the drawn columns. */
export function EditRow<Row>(props: EditRowProps<Row>) {
  const { id, row, index, columns, shown, currentColumn, editing, draftFault, onType, onEnd } = props;
  const { from, to, before, after } = shown;
  // A move of the current cell draws two rows, not all: the functions of a grid stay the same.
  return useMemo(() => {
    const common = { id, row, index, currentColumn, editing, draftFault, onType, onEnd };
    const [first] = columns;
    return (
      <tr aria-rowindex={index + 2}>
        {first && <EditCell {...common} column={first} at={0} />}
        {before > 0 && <td aria-hidden />}
        {columns.slice(from, to).map((column, offset) => (
          <EditCell key={column.id} {...common} column={column} at={from + offset} />
        ))}
        {after > 0 && <td aria-hidden />}
      </tr>
    );
  }, [id, row, index, columns, from, to, before, after, currentColumn, editing, draftFault, onType, onEnd]);
}

function EditCell<Row>({
  id,
  row,
  index,
  column,
  at,
  currentColumn,
  editing,
  draftFault,
  onType,
  onEnd,
}: Omit<EditRowProps<Row>, 'columns' | 'shown'> & { readonly column: EditColumn<Row>; readonly at: number }) {
  const isEdited = editing?.column === column.id;
  const fault = isEdited ? draftFault(editing.row, column.id, editing.value) : column.faultOf?.(row);
  const place = {
    id: `${id}-${index}-${at}`,
    'aria-colindex': at + 1,
    'data-row': index,
    'data-column': at,
    'data-current': at === currentColumn,
    'data-frozen': at === 0,
    'data-changed': column.isChanged?.(row) ?? false,
    title: fault,
    ...(column.value ? { 'aria-invalid': fault !== undefined } : { 'aria-readonly': true }),
  };
  const content = isEdited ? (
    <CellEditor
      label={column.header}
      value={editing.value}
      fault={fault}
      choices={column.choices}
      onChange={onType}
      onEnd={onEnd}
    />
  ) : (
    column.cell(row)
  );
  return at === 0 ? (
    <th scope="row" {...place}>
      {content}
    </th>
  ) : (
    <td {...place}>{content}</td>
  );
}
