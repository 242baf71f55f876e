import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { clippingOf, parseClipping, paste } from './clipboard-model.ts';
import type { DesignerStore } from './designer-store.ts';
import {
  customFieldsOf,
  type DesignField,
  fieldOf,
  fieldsOf,
  isStandard,
  MOST_CUSTOM_FIELDS,
  MOST_TABS,
} from './draft-model.ts';
import { addFields, moveFields, newField, removeFields } from './field-edits-model.ts';
import { rowAfterRemoval } from './grid-model.ts';
import { tabOwner } from './rules-model.ts';
import { addTab, moveTab, newTabId, removeTab } from './tab-edits-model.ts';
import { DESIGNER } from './text.ts';
import type { GridState } from './use-grid.ts';

const CLIPBOARD = 'switchboard.clipboard.fields';
const newKey = (): string => `new-${crypto.randomUUID()}`;

/** What the toolbar and the keys of the grid do with the fields or the tab at the cell. */
export interface Commands {
  addField(tab?: string): void;
  addStandard(field: DesignField): void;
  addTab(): void;
  remove(): void;
  move(step: -1 | 1): void;
  cut(): void;
  copy(): void;
  paste(): void;
}

/** @param announce tells the user, also one who does not see the grid, what has happened */
export function commandsOf(
  store: DesignerStore,
  grid: GridState,
  tablePrefix: string,
  announce: (text: string) => void,
): Commands {
  const { design } = store.state;
  const { row, chosen } = grid;
  const tab = row?.tab.id ?? design.tabs[0]?.id ?? '';
  const place = { tab, after: row?.kind === 'field' ? row.id : undefined };
  const start = (id: string) => grid.focus({ row: id, column: 0 });

  const hasRoom = (fields: number): boolean => {
    const isFull = customFieldsOf(design) + fields > MOST_CUSTOM_FIELDS;
    if (isFull) announce(DESIGNER.full(MOST_CUSTOM_FIELDS));
    return !isFull;
  };

  /** A new field stands after the field that has the focus, otherwise at the end of the tab. */
  const addField = (into?: string) => {
    if (!hasRoom(1)) return;
    const field = newField(newKey(), into ?? tab);
    const after = into === undefined ? place.after : undefined;
    store.edit((before) => addFields(before, [field], after), `label ${field.key}`);
    grid.edit(field.key);
  };

  const removeChosen = (): number => {
    const removed = new Set([...chosen].filter((key) => fieldOf(design, key)?.code !== CUSTOMER_ID));
    if (removed.size === 0) announce(DESIGNER.customerIdStays);
    else {
      const next = rowAfterRemoval(grid.rows, removed, grid.cell.row);
      store.edit((before) => removeFields(before, removed));
      start(next);
    }
    return removed.size;
  };

  const removeTabHere = () => {
    if (design.tabs.length === 1) return announce(DESIGNER.lastTabStays);
    store.edit((before) => removeTab(before, tab));
    grid.focus({ row: '', column: 0 });
  };

  const copy = () => {
    const clipping = clippingOf(tablePrefix, design, chosen);
    if (clipping.fields.length === 0) return announce(DESIGNER.customerIdStays);
    sessionStorage.setItem(CLIPBOARD, JSON.stringify(clipping));
    announce(DESIGNER.copied(clipping.fields.length));
  };

  return {
    addField,
    addStandard(field) {
      store.edit((before) => addFields(before, [{ ...field, tab }], place.after));
      start(field.key);
    },
    addTab() {
      if (design.tabs.length >= MOST_TABS) return announce(DESIGNER.tooManyTabs(MOST_TABS));
      const id = newTabId(design);
      store.edit((before) => addTab(before, id, tab), `label ${tabOwner(id)}`);
      grid.edit(tabOwner(id));
    },
    remove() {
      if (row?.kind === 'tab') removeTabHere();
      else if (row?.kind === 'field') {
        const removed = removeChosen();
        if (removed > 0) announce(DESIGNER.removed(removed));
      }
    },
    move(step) {
      if (row?.kind === 'tab') store.edit((before) => moveTab(before, tab, step));
      else if (row?.kind === 'field') store.edit((before) => moveFields(before, chosen, step));
      else return;
      // The choice stays, so that several fields can be moved on.
      grid.focus(grid.cell, 'same');
      announce(placeOf(store, grid.cell.row));
    },
    cut() {
      copy();
      if (chosen.size > 0) removeChosen();
    },
    copy,
    paste() {
      const clipping = parseClipping(sessionStorage.getItem(CLIPBOARD));
      if (!clipping || !hasRoom(clipping.fields.filter(({ code }) => !isStandard(code)).length)) return;
      const { design: next, pasted } = paste(design, clipping, { tablePrefix, ...place }, newKey);
      store.edit(() => next);
      const [first] = pasted;
      if (first) start(first.key);
      announce(DESIGNER.pasted(pasted.length));
    },
  };
}

/** Where a field or a tab stands after a move, in words. */
function placeOf(store: DesignerStore, row: string): string {
  const { design } = store.state;
  const field = fieldOf(design, row);
  if (!field) {
    const index = design.tabs.findIndex(({ id }) => tabOwner(id) === row);
    return DESIGNER.moved(design.tabs[index]?.label ?? '', index + 1, design.tabs.length, design.name);
  }
  const siblings = fieldsOf(design, field.tab);
  const index = siblings.findIndex(({ key }) => key === row);
  const tab = design.tabs.find(({ id }) => id === field.tab)?.label ?? '';
  return DESIGNER.moved(field.label, index + 1, siblings.length, tab);
}
