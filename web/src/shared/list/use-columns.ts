import type { CollectionPreferencesProps } from '@cloudscape-design/components/collection-preferences';
import { useState } from 'react';

type Columns = readonly CollectionPreferencesProps.ContentDisplayItem[];

/**
 * Which columns a list shows, and in which order; remembered in this browser.
 * @param name of the list
 * @param usual all columns, as they are until the user changes them
 */
export function useColumns(name: string, usual: Columns): [Columns, (columns: Columns) => void] {
  const storage = `switchboard.columns.${name}`;
  const [columns, setColumns] = useState<Columns>(() => completed(read(storage), usual));
  return [
    columns,
    (next) => {
      localStorage.setItem(storage, JSON.stringify(next));
      setColumns(next);
    },
  ];
}

/** The remembered columns that still exist, and after them those that are new. */
export function completed(remembered: Columns, usual: Columns): Columns {
  const known = remembered.filter(({ id }) => usual.some((column) => column.id === id));
  const added = usual.filter(({ id }) => !known.some((column) => column.id === id));
  return [...known, ...added];
}

function read(storage: string): Columns {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storage) ?? '[]');
    return Array.isArray(value) ? value.filter(isColumn) : [];
  } catch {
    return [];
  }
}

function isColumn(value: unknown): value is Columns[number] {
  if (typeof value !== 'object' || value === null) return false;
  return typeof Reflect.get(value, 'id') === 'string' && typeof Reflect.get(value, 'visible') === 'boolean';
}
