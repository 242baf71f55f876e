import { type DragEvent, useCallback, useRef, useState } from 'react';

/** Every browser passes a plain text on; its prefix says whether a field or a column is dragged. */
const TYPE = 'text/plain';
const FIELD = 'field ';
const COLUMN = 'column ';

/** Begins to drag a field that no column feeds. */
export function dragField({ dataTransfer }: DragEvent, code: string): void {
  dataTransfer.effectAllowed = 'move';
  dataTransfer.setData(TYPE, FIELD + code);
}

/** Moves fields by the mouse: from one column to another, or from the list of fields to a column. */
export function useMappingDrag(
  onExchange: (one: number, other: number) => void,
  onFeed: (position: number, field: string) => void,
) {
  const [over, setOver] = useState<number>();
  const handlers = useRef({ onExchange, onFeed });
  handlers.current = { onExchange, onFeed };
  const actions = useCallback(
    (position: number) => ({
      draggable: true,
      onDragStart({ dataTransfer }: DragEvent) {
        dataTransfer.effectAllowed = 'move';
        dataTransfer.setData(TYPE, COLUMN + position);
      },
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes(TYPE)) return;
        event.preventDefault();
        setOver(position);
      },
      onDragEnd: () => setOver(undefined),
      onDrop(event: DragEvent) {
        event.preventDefault();
        setOver(undefined);
        const dragged = event.dataTransfer.getData(TYPE);
        if (dragged.startsWith(FIELD)) return handlers.current.onFeed(position, dragged.slice(FIELD.length));
        const column = dragged.startsWith(COLUMN) ? Number(dragged.slice(COLUMN.length)) : position;
        if (column !== position) handlers.current.onExchange(column, position);
      },
    }),
    [],
  );
  return { over, actions };
}
