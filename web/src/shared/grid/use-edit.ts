import { type KeyboardEvent, useRef, useState } from 'react';

/** A cell that is being changed. */
export interface Editing {
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

/** How a key begins a change: with the value of the cell, or with a value that replaces it. */
export function beginningOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: KeyboardEvent): 'value' | { readonly text: string } | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Enter' || key === 'F2') return 'value';
  return key.length === 1 ? { text: key } : undefined;
}

/** The change of one cell at a time. */
export function useEdit(onEdit: (row: string, column: string, value: string) => void) {
  const [editing, setEditing] = useState<Editing | undefined>(undefined);
  // The input loses the focus when a key ends the change, which must not end it a second time.
  const latest = useRef(editing);
  const set = (next: Editing | undefined) => {
    latest.current = next;
    setEditing(next);
  };
  return {
    editing,
    begin: set,
    type: (value: string) => set(latest.current && { ...latest.current, value }),
    /** Ends the change, and takes the value. */
    end: (takes: boolean) => {
      const { current } = latest;
      set(undefined);
      if (current && takes) onEdit(current.row, current.column, current.value);
    },
  };
}
