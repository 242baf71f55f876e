import type { GridColumn } from './grid-column.ts';

/** One drawn row of a grid. The grid has the focus, and handles keys and clicks. */
export function GridRow<Row>({
  id,
  row,
  index,
  columns,
  currentColumn,
  isChosen,
}: {
  /** Of the grid; begins the ids of the cells. */
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly GridColumn<Row>[];
  /** The column of the current cell, if it is in this row. */
  readonly currentColumn: number | undefined;
  readonly isChosen: boolean;
}) {
  return (
    <tr aria-rowindex={index + 2} aria-selected={isChosen}>
      {columns.map((column, at) => {
        const place = {
          id: `${id}-${index}-${at}`,
          'data-row': index,
          'data-column': at,
          'data-current': at === currentColumn,
        };
        const content = column.cell(row);
        // A narrow column cuts a long text.
        const title = typeof content === 'string' ? content : undefined;
        return at === 0 ? (
          <th key={column.id} scope="row" title={title} {...place}>
            {content}
          </th>
        ) : (
          <td key={column.id} title={title} {...place}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}
