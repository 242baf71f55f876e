import { useState } from 'react';
import { type Columns, completed, storedColumns } from './columns-model.ts';

/**
 * Which columns a list shows, and in which order; remembered in this browser.
 * @param name of the list
 * @param usual all columns, as they are until the user changes them
 */
export function useColumns(name: string, usual: Columns): [Columns, (columns: Columns) => void] {
  const storage = `switchboard.columns.${name}`;
  const [columns, setColumns] = useState<Columns>(() => completed(storedColumns(localStorage.getItem(storage)), usual));
  return [
    columns,
    (next) => {
      localStorage.setItem(storage, JSON.stringify(next));
      setColumns(next);
    },
  ];
}
