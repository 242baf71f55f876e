import { type DragEvent, useCallback, useRef, useState } from 'react';

/** Of a dragged field that no column feeds. */
export const FIELD_TYPE = 'application/x-switchboard-field';
const COLUMN_TYPE = 'application/x-switchboard-column';

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
        dataTransfer.setData(COLUMN_TYPE, String(position));
      },
      onDragOver(event: DragEvent) {
        if (![COLUMN_TYPE, FIELD_TYPE].some((type) => event.dataTransfer.types.includes(type))) return;
        event.preventDefault();
        setOver(position);
      },
      onDragEnd: () => setOver(undefined),
      onDrop(event: DragEvent) {
        event.preventDefault();
        setOver(undefined);
        const field = event.dataTransfer.getData(FIELD_TYPE);
        const column = Number(event.dataTransfer.getData(COLUMN_TYPE));
        if (field !== '') handlers.current.onFeed(position, field);
        else if (column > 0 && column !== position) handlers.current.onExchange(column, position);
      },
    }),
    [],
  );
  return { over, actions };
}
