import type { CollectionPreferencesProps } from '@cloudscape-design/components/collection-preferences';

export type Columns = readonly CollectionPreferencesProps.ContentDisplayItem[];

/** The remembered columns that still exist, and after them those that are new. */
export function completed(remembered: Columns, usual: Columns): Columns {
  const known = remembered.filter(({ id }) => usual.some((column) => column.id === id));
  const added = usual.filter(({ id }) => !known.some((column) => column.id === id));
  return [...known, ...added];
}

/** @param text as the browser has stored it; what is not a column is left out */
export function storedColumns(text: string | null): Columns {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isColumn) : [];
  } catch {
    return [];
  }
}

function isColumn(value: unknown): value is Columns[number] {
  if (typeof value !== 'object' || value === null) return false;
  return typeof Reflect.get(value, 'id') === 'string' && typeof Reflect.get(value, 'visible') === 'boolean';
}
