import type { CollectionPreferencesProps } from '@cloudscape-design/components/collection-preferences';
import { useState } from 'react';

type Columns = readonly CollectionPreferencesProps.ContentDisplayItem[];

/**
 * Which columns a list shows, and in which order; remembered in this browser.
 * @param name of the list
 * @param ids of all columns, in their usual order
 */
export function useColumns(name: string, ids: readonly string[]): [Columns, (columns: Columns) => void] {
  const storage = `switchboard.columns.${name}`;
  const [columns, setColumns] = useState<Columns>(() => completed(read(storage), ids));
  return [
    columns,
    (next) => {
      localStorage.setItem(storage, JSON.stringify(next));
      setColumns(next);
    },
  ];
}

/** The remembered columns that still exist, and after them those that are new. */
export function completed(remembered: Columns, ids: readonly string[]): Columns {
  const known = remembered.filter(({ id }) => ids.includes(id));
  const added = ids.filter((id) => !known.some((column) => column.id === id)).map((id) => ({ id, visible: true }));
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
