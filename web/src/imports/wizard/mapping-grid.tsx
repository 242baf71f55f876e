import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { confidenceText, reasonText } from './column-text.ts';
import type { Field, MappedColumn } from './mapping-model.ts';
import { MAPPING } from './text.ts';
import { useMappingDrag } from './use-mapping-drag.ts';

const PAGE = 10;

interface GridProps {
  readonly columns: readonly MappedColumn[];
  readonly fields: readonly Field[];
  /** Position of the column whose details are shown. */
  readonly active: number;
  readonly onActive: (position: number) => void;
  /** Exchanges the field of the active column with that of the column above or below. */
  readonly onMove: (steps: -1 | 1) => void;
  readonly onExchange: (one: number, other: number) => void;
  readonly onFeed: (position: number, field: string | null) => void;
  /** Goes to the choice of the field. */
  readonly onDetails: () => void;
}

/**
 * The columns of the file, one a row. Only plain elements, so that two hundred columns appear at once; the controls of a
 * column are in its details.
 */
export function MappingGrid({ columns, fields, active, onActive, onMove, onExchange, onFeed, onDetails }: GridProps) {
  const element = useRef<HTMLTableElement>(null);
  const drag = useMappingDrag(onExchange, onFeed);
  const index = columns.findIndex(({ position }) => position === active);

  // The row in which the keyboard is gets the focus when it changes, and only if the grid has it.
  useEffect(() => {
    if (active < 1 || !element.current?.contains(document.activeElement)) return;
    element.current.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const action = keyAction(event, { index, last: columns.length - 1 });
    if (action === undefined) return;
    event.preventDefault();
    if (action.kind === 'move') onMove(action.steps);
    else if (action.kind === 'details') onDetails();
    else if (action.kind === 'leave-out') onFeed(active, null);
    else onActive(columns[action.index]?.position ?? active);
  };
  const labels = new Map(fields.map(({ code, label }) => [code, label]));
  return (
    <>
      <p id="mapping-help" className="muted">
        {MAPPING.help}
      </p>
      <div className="mapping-frame">
        <table
          ref={element}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the rows take the focus and keys.
          role="grid"
          className="mapping-grid"
          aria-label={MAPPING.title}
          aria-describedby="mapping-help"
          aria-rowcount={columns.length + 1}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{MAPPING.column}</th>
              <th scope="col">{MAPPING.samples}</th>
              <th scope="col">{MAPPING.field}</th>
              <th scope="col" className="why">
                {MAPPING.why}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <Row
                key={column.position}
                column={column}
                label={column.choice.field === null ? undefined : labels.get(column.choice.field)}
                isActive={column.position === active}
                isOver={drag.over === column.position}
                actions={drag.actions}
                onActive={onActive}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type Action =
  | { readonly kind: 'move'; readonly steps: -1 | 1 }
  | { readonly kind: 'details' }
  | { readonly kind: 'leave-out' }
  | { readonly kind: 'go'; readonly index: number };

function keyAction(
  { key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>,
  { index, last }: { readonly index: number; readonly last: number },
): Action | undefined {
  if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) return { kind: 'move', steps: key === 'ArrowUp' ? -1 : 1 };
  if (key === 'Enter') return { kind: 'details' };
  if (key === 'Delete') return { kind: 'leave-out' };
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    PageUp: index - PAGE,
    PageDown: index + PAGE,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : { kind: 'go', index: Math.min(last, Math.max(0, target)) };
}

interface RowProps {
  readonly column: MappedColumn;
  readonly label: string | undefined;
  readonly isActive: boolean;
  readonly isOver: boolean;
  readonly actions: ReturnType<typeof useMappingDrag>['actions'];
  readonly onActive: (position: number) => void;
}

const Row = memo(function Row({ column, label, isActive, isOver, actions, onActive }: RowProps) {
  const { position, title, proposed, choice } = column;
  return (
    <tr
      tabIndex={isActive ? 0 : -1}
      aria-selected={isActive}
      data-over={isOver}
      data-unmatched={choice.field === null}
      onMouseDown={() => onActive(position)}
      onFocus={() => onActive(position)}
      {...actions(position)}
    >
      <th scope="row">
        {title} <span className="muted">{position}</span>
      </th>
      <td className="samples">{proposed.samples.join(' · ')}</td>
      <td className="field">
        {choice.field === null ? (
          <span className="muted">{MAPPING.ignored}</span>
        ) : (
          <>
            {label} <span className="muted">{choice.field}</span>
          </>
        )}
      </td>
      <td className="why muted">
        {reasonText(column)} {confidenceText(column)}
      </td>
    </tr>
  );
}, isSameRow);

/** Each edit makes new objects of all columns. */
function isSameRow(before: RowProps, now: RowProps): boolean {
  const { column: one, ...rest } = before;
  const { column: other } = now;
  return (
    one.proposed === other.proposed &&
    one.choice.field === other.choice.field &&
    one.isEdited === other.isEdited &&
    rest.label === now.label &&
    rest.isActive === now.isActive &&
    rest.isOver === now.isOver
  );
}
