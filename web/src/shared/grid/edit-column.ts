import type { ReactNode } from 'react';

/** A column of a grid whose cells can be changed. */
export interface EditColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** In rem. */
  readonly width: number;
  readonly cell: (row: Row) => ReactNode;
  /** The text to change; absent for a column that cannot be changed. */
  readonly value?: (row: Row) => string;
  /** Why a cell is wrong. */
  readonly faultOf?: (row: Row) => string | undefined;
  /** Whether a cell differs from its value before. */
  readonly isChanged?: (row: Row) => boolean;
  /** Suggestions for a value. */
  readonly choices?: readonly string[];
}

/** The current cell: the key of its row and the id of its column. */
export interface Place {
  readonly row: string;
  readonly column: string;
}
