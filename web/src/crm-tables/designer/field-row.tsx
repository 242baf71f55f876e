import Icon from '@cloudscape-design/components/icon';
import type { MouseEvent } from 'react';
import { TYPES } from '../text.ts';
import { mayHave } from './field-edits-model.ts';
import { type Cell, type Choice, COLUMNS, choiceOf, flagOf, type Row } from './grid-model.ts';
import { LabelInput } from './label-input.tsx';
import { DESIGNER } from './text.ts';

export interface RowProps<Kind extends Row['kind']> {
  readonly row: Extract<Row, { readonly kind: Kind }>;
  /** The column that has the grid's place, if it is in this row. */
  readonly column: number | undefined;
  readonly isChosen: boolean;
  readonly isEditing: boolean;
  readonly fault: string | undefined;
  readonly attributes: object;
  readonly actions: RowActions;
}

export interface RowActions {
  enter(cell: Cell, choice: Choice): void;
  edit(row: string): void;
  type(row: string, text: string): void;
  endEdit(): void;
  cancelEdit(row: string, before: string): void;
  toggleFlag(key: string, column: number): void;
  toggleTab(tab: string): void;
  addField(tab: string): void;
}

/** The attributes of the element in a cell that takes the focus. */
export const focusable = (isCurrent: boolean) => ({ tabIndex: isCurrent ? 0 : -1, 'data-current': isCurrent });

export function FieldRow({ row, column, isChosen, isEditing, fault, attributes, actions }: RowProps<'field'>) {
  const { field, id } = row;
  const cellAt = ({ target }: MouseEvent): Cell => ({ row: id, column: columnOf(target) });
  const label = field.label === '' ? DESIGNER.noLabel : field.label;
  const input = (
    <LabelInput
      label={DESIGNER.rename(field.code ?? DESIGNER.newCode)}
      value={field.label}
      isInvalid={fault !== undefined}
      onType={(text) => actions.type(id, text)}
      onEnd={actions.endEdit}
      onCancel={(before) => actions.cancelEdit(id, before)}
    />
  );
  return (
    <tr
      {...attributes}
      className="field-row"
      aria-selected={isChosen}
      onMouseDown={(event) => actions.enter(cellAt(event), choiceOf(event, isChosen))}
      onClick={(event) => choiceOf(event, isChosen) === 'same' && actions.enter(cellAt(event), 'one')}
    >
      <th
        scope="row"
        aria-invalid={fault !== undefined}
        onDoubleClick={() => actions.edit(id)}
        {...(!isEditing && focusable(column === 0))}
      >
        <div className="name">
          <span className="grip">
            <Icon name="drag-indicator" />
          </span>
          <span className="text">
            {isEditing ? input : label} <span className="code">{field.code ?? DESIGNER.newCode}</span>
            {fault !== undefined && <span className="fault">{fault}</span>}
          </span>
        </div>
      </th>
      <td className="type" {...focusable(column === 1)}>
        {TYPES[field.type]}
      </td>
      {COLUMNS.map((name, index) => {
        const flag = flagOf(name);
        return (
          flag && (
            <td key={name} className="flag">
              <input
                type="checkbox"
                aria-label={`${DESIGNER.columns[flag]}: ${label}`}
                checked={field.flags[flag]}
                aria-disabled={!mayHave(field, flag)}
                {...focusable(column === index)}
                onChange={() => actions.toggleFlag(id, index)}
              />
            </td>
          )
        );
      })}
    </tr>
  );
}

function columnOf(target: EventTarget): number {
  const cell = target instanceof Element ? target.closest('td, th') : null;
  return cell instanceof HTMLTableCellElement ? cell.cellIndex : 0;
}
