import type { KeyboardEvent } from 'react';
import type { Commands } from './commands.ts';
import type { DesignerState, DesignerStore } from './designer-store.ts';
import { toggleFlag, updateField } from './field-edits-model.ts';
import { FieldRow, type RowActions } from './field-row.tsx';
import { COLUMNS, cellAfter, flagOf } from './grid-model.ts';
import { keyAction } from './keys.ts';
import { faultFor } from './rules-model.ts';
import { renameTab } from './tab-edits-model.ts';
import { AddRow, TabRow } from './tab-row.tsx';
import { DESIGNER } from './text.ts';
import { useDrag } from './use-drag.ts';
import type { GridState } from './use-grid.ts';

/** The tabs and fields of a CRM table with their flags, by mouse and by keyboard. */
export function FieldGrid({
  store,
  state,
  grid,
  commands,
  onSettings,
}: {
  readonly store: DesignerStore;
  readonly state: DesignerState;
  readonly grid: GridState;
  readonly commands: Commands;
  /** Goes to the settings of the field at the cell. */
  readonly onSettings: () => void;
}) {
  const dragAttributes = useDrag(store, grid.chosen);
  const actions = rowActions(store, grid, commands);
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys belong to the text that is typed.
    if (grid.editing !== undefined) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const act = keyAction(event, { grid, commands, onSettings });
    const next = event.altKey || act ? undefined : cellAfter(grid.rows, grid.cell, event.key, ctrl);
    if (!act && !next) return;
    event.preventDefault();
    if (next) grid.focus(next, event.shiftKey ? 'range' : 'one');
    else act?.();
  };
  return (
    <div className="field-grid-frame">
      <table
        ref={grid.element}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached by arrows is a grid
        role="grid"
        className="field-grid"
        aria-label={DESIGNER.gridLabel}
        aria-multiselectable
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={flagOf(column) ? 'flag' : column} title={titleOf(column)}>
                {DESIGNER.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => {
            const isEditing = grid.editing === row.id;
            const common = {
              column: grid.cell.row === row.id ? grid.cell.column : undefined,
              isEditing,
              fault: faultFor(state.faults, row.id, 'label'),
              attributes: dragAttributes(row, row.kind !== 'add' && !isEditing),
              actions,
            };
            if (row.kind === 'tab') return <TabRow key={row.id} row={row} {...common} />;
            if (row.kind === 'add') return <AddRow key={row.id} row={row} {...common} />;
            return <FieldRow key={row.id} row={row} isChosen={grid.chosen.has(row.id)} {...common} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

function titleOf(column: (typeof COLUMNS)[number]): string | undefined {
  const flag = flagOf(column);
  return flag && DESIGNER.flagHelp[flag];
}

function rowActions(store: DesignerStore, grid: GridState, commands: Commands): RowActions {
  const type = (row: string, text: string) => {
    const tab = grid.rows.find(({ id }) => id === row)?.tab.id ?? '';
    const isField = grid.rows.some(({ id, kind }) => id === row && kind === 'field');
    store.edit(
      (design) => (isField ? updateField(design, row, { label: text }) : renameTab(design, tab, text)),
      `label ${row}`,
    );
  };
  return {
    enter: grid.entered,
    edit: grid.edit,
    type,
    endEdit: () => grid.edit(undefined),
    cancelEdit(row, before) {
      // A new row without a label goes again.
      if (before === '') store.undo();
      else type(row, before);
      grid.edit(undefined);
    },
    toggleFlag(key, column) {
      const flag = flagOf(COLUMNS[column] ?? 'label');
      if (flag) store.edit((design) => toggleFlag(design, key, flag));
    },
    toggleTab: grid.toggle,
    addField: (tab) => commands.addField(tab),
  };
}
