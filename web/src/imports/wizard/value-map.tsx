import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type Field, type MappedColumn, refine } from './mapping-model.ts';
import { MAPPING } from './text.ts';
import type { Wizard } from './use-wizard.ts';
import { type Replacement, replaced, replacementsOf, unknownCells, withoutReplacement } from './values-model.ts';

/** The cells of a column that are imported as other values: those that the field does not know come first. */
export function ValueMap({
  wizard,
  column,
  field,
}: {
  readonly wizard: Wizard;
  readonly column: MappedColumn;
  readonly field: Field;
}) {
  const [cell, setCell] = useState('');
  const values = column.choice.values ?? {};
  const unknown = unknownCells(wizard.check.preview, column.position, values);
  const set = (next: typeof values) =>
    wizard.setEdits(refine(wizard.columns, wizard.edits, column.position, { values: next }));
  const add = () => {
    set(replaced(values, cell, ''));
    setCell('');
  };
  return (
    <FormField
      label={MAPPING.values}
      description={MAPPING.valuesHelp}
      warningText={unknown.length > 0 && MAPPING.unknown(unknown.length)}
    >
      <SpaceBetween size="xs">
        {replacementsOf(values, unknown).map((each) => (
          <ReplacementRow
            key={each.cell}
            field={field}
            replacement={each}
            onChange={(to) => set(replaced(values, each.cell, to))}
            onRemove={() => set(withoutReplacement(values, each.cell))}
          />
        ))}
        <SpaceBetween direction="horizontal" size="xs">
          <Input
            value={cell}
            ariaLabel={MAPPING.newCell}
            placeholder={MAPPING.newCell}
            onChange={({ detail }) => setCell(detail.value)}
          />
          <Button disabled={cell === '' || cell in values} onClick={add}>
            {MAPPING.add}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </FormField>
  );
}

const KEEP = 'keep';
const CLEAR = 'clear';
const CHOICE = 'choice ';

function ReplacementRow({
  field,
  replacement: { cell, to, records },
  onChange,
  onRemove,
}: {
  readonly field: Field;
  readonly replacement: Replacement;
  readonly onChange: (to: Replacement['to']) => void;
  readonly onRemove: () => void;
}) {
  const label = MAPPING.replacement(cell);
  const options = [
    { value: KEEP, label: MAPPING.asItIs },
    { value: CLEAR, label: MAPPING.clear },
    ...field.listValues.map((value) => ({ value: CHOICE + value, label: value })),
  ];
  const chosen = to === undefined ? KEEP : typeof to === 'string' ? CHOICE + to : CLEAR;
  const choose = (value: string) => {
    if (value === KEEP) onRemove();
    else onChange(value === CLEAR ? { clear: true } : value.slice(CHOICE.length));
  };
  return (
    <div className="replacement">
      <Box>
        {cell} {records !== undefined && <span className="muted">({records.toLocaleString('en')})</span>}
      </Box>
      {field.type === 'list' ? (
        <Select
          ariaLabel={label}
          selectedOption={options.find(({ value }) => value === chosen) ?? null}
          options={options}
          onChange={({ detail }) => choose(detail.selectedOption.value ?? KEEP)}
        />
      ) : (
        <Input
          ariaLabel={label}
          value={typeof to === 'string' ? to : ''}
          placeholder={typeof to === 'object' ? MAPPING.clear : ''}
          onChange={({ detail }) => onChange(detail.value)}
        />
      )}
      <Button
        variant="icon"
        iconName="close"
        disabled={to === undefined}
        ariaLabel={MAPPING.removeValue(cell)}
        onClick={onRemove}
      />
    </div>
  );
}
