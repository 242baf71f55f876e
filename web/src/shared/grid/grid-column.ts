import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** The least width in rem. */
  readonly width: number;
  /** Whether the column shares the space that is left over with others that grow. */
  readonly grows?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** Below this width a grid scrolls to the side. */
export const leastWidth = (columns: readonly Pick<GridColumn<never>, 'width'>[]): string =>
  `${columns.reduce((sum, { width }) => sum + width, 0)}rem`;
