import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Commands } from './commands.ts';
import type { DesignerState, DesignerStore } from './designer-store.ts';
import { missingStandardFields } from './standard-fields.ts';
import { DESIGNER } from './text.ts';
import type { GridState } from './use-grid.ts';

/** The commands for the field or the tab at the cell of the grid. */
export function Toolbar({
  state,
  grid,
  commands,
}: {
  readonly state: DesignerState;
  readonly grid: GridState;
  readonly commands: Commands;
}) {
  const standard = missingStandardFields(state.design, '');
  const edits: Readonly<Record<string, () => void>> = {
    up: () => commands.move(-1),
    down: () => commands.move(1),
    cut: commands.cut,
    copy: commands.copy,
    paste: commands.paste,
    remove: commands.remove,
    rename: () => grid.row && grid.row.kind !== 'add' && grid.edit(grid.row.id),
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="add-plus" onClick={() => commands.addField()}>
        {DESIGNER.addField}
      </Button>
      <Button onClick={commands.addTab}>{DESIGNER.addTab}</Button>
      <ButtonDropdown
        items={
          standard.length === 0
            ? [{ id: '', text: DESIGNER.noStandard, disabled: true }]
            : standard.map(({ key, label }) => ({ id: key, text: label, secondaryText: key }))
        }
        onItemClick={({ detail }) => {
          const field = standard.find(({ key }) => key === detail.id);
          if (field) commands.addStandard(field);
        }}
      >
        {DESIGNER.addStandard}
      </ButtonDropdown>
      <ButtonDropdown
        items={[
          { id: 'rename', text: DESIGNER.renameHere, secondaryText: 'F2' },
          { id: 'up', text: DESIGNER.moveUp, iconName: 'arrow-up', secondaryText: 'Alt+↑' },
          { id: 'down', text: DESIGNER.moveDown, iconName: 'arrow-down', secondaryText: 'Alt+↓' },
          { id: 'cut', text: DESIGNER.cut, secondaryText: 'Ctrl+X' },
          { id: 'copy', text: DESIGNER.copy, iconName: 'copy', secondaryText: 'Ctrl+C' },
          { id: 'paste', text: DESIGNER.paste, secondaryText: 'Ctrl+V' },
          { id: 'remove', text: DESIGNER.remove, iconName: 'remove', secondaryText: 'Delete' },
        ]}
        onItemClick={({ detail }) => edits[detail.id]?.()}
      >
        {DESIGNER.more}
      </ButtonDropdown>
    </SpaceBetween>
  );
}

export function UndoButtons({ store, state }: { readonly store: DesignerStore; readonly state: DesignerState }) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        iconName="undo"
        variant="icon"
        ariaLabel={DESIGNER.undo}
        disabled={!state.canUndo}
        onClick={() => store.undo()}
      />
      <Button
        iconName="redo"
        variant="icon"
        ariaLabel={DESIGNER.redo}
        disabled={!state.canRedo}
        onClick={() => store.redo()}
      />
    </SpaceBetween>
  );
}
