import { type DragEvent, useState } from 'react';
import type { DesignerStore } from './designer-store.ts';
import { placeFields } from './field-edits-model.ts';
import type { Row } from './grid-model.ts';
import { placeTab } from './tab-edits-model.ts';

/** Moves rows by the mouse: a field before another field or to the end of a tab, a tab before another tab. */
export function useDrag(store: DesignerStore, chosen: ReadonlySet<string>) {
  const [dragged, setDragged] = useState<Row | undefined>(undefined);
  const [over, setOver] = useState<string | undefined>(undefined);
  const end = () => {
    setDragged(undefined);
    setOver(undefined);
  };

  const drop = (target: Row) => {
    if (dragged?.kind === 'tab') store.edit((before) => placeTab(before, dragged.tab.id, target.tab.id));
    if (dragged?.kind !== 'field') return;
    const keys = chosen.has(dragged.id) ? chosen : new Set([dragged.id]);
    const before = target.kind === 'field' ? target.id : undefined;
    store.edit((design) => placeFields(design, keys, target.tab.id, before));
  };

  /** The attributes of a row that can be dragged, and onto which others can be dropped. */
  return (row: Row, isDraggable: boolean) => ({
    draggable: isDraggable,
    'data-over': over === row.id && dragged?.id !== row.id,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', row.id);
      setDragged(row);
    },
    onDragOver: (event: DragEvent) => {
      if (!dragged) return;
      event.preventDefault();
      setOver(row.id);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      drop(row);
      end();
    },
    onDragEnd: end,
  });
}
