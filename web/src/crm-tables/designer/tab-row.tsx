import Icon from '@cloudscape-design/components/icon';
import { focusable, type RowProps } from './field-row.tsx';
import { COLUMNS } from './grid-model.ts';
import { LabelInput } from './label-input.tsx';
import { DESIGNER } from './text.ts';

/** The heading of a group of fields. */
export function TabRow({ row, column, isEditing, fault, attributes, actions }: Omit<RowProps<'tab'>, 'isChosen'>) {
  const { id, tab, count, isOpen } = row;
  const label = tab.label === '' ? DESIGNER.noLabel : tab.label;
  return (
    <tr {...attributes} className="tab-row">
      <th
        scope="rowgroup"
        colSpan={COLUMNS.length}
        aria-expanded={isOpen}
        aria-invalid={fault !== undefined}
        onMouseDown={() => actions.enter({ row: id, column: 0 }, 'one')}
        onDoubleClick={() => actions.edit(id)}
        {...(!isEditing && focusable(column !== undefined))}
      >
        <span className="grip">
          <Icon name="drag-indicator" />
        </span>
        <button
          type="button"
          className="plain"
          tabIndex={-1}
          aria-label={isOpen ? DESIGNER.collapse(label) : DESIGNER.expand(label)}
          onClick={() => actions.toggleTab(tab.id)}
        >
          <Icon name={isOpen ? 'caret-down-filled' : 'caret-right-filled'} />
        </button>{' '}
        {isEditing ? (
          <LabelInput
            label={DESIGNER.rename(DESIGNER.tab)}
            value={tab.label}
            isInvalid={fault !== undefined}
            onType={(text) => actions.type(id, text)}
            onEnd={actions.endEdit}
            onCancel={(before) => actions.cancelEdit(id, before)}
          />
        ) : (
          label
        )}{' '}
        <span className="code">{DESIGNER.count(count)}</span>
        {fault !== undefined && <span className="fault">{fault}</span>}
      </th>
    </tr>
  );
}

/** The place after the fields of a tab where another one is added. */
export function AddRow({
  row,
  column,
  attributes,
  actions,
}: Pick<RowProps<'add'>, 'row' | 'column' | 'attributes' | 'actions'>) {
  return (
    <tr {...attributes} className="field-row">
      <th scope="row" colSpan={COLUMNS.length}>
        <button
          type="button"
          className="plain add"
          aria-label={DESIGNER.addTo(row.tab.label)}
          {...focusable(column !== undefined)}
          onClick={() => actions.addField(row.tab.id)}
        >
          + {DESIGNER.addField}
        </button>
      </th>
    </tr>
  );
}
