import { DataGrid } from '../shared/grid/data-grid.tsx';
import { type FieldRules, mayHide, type Restriction, rulesOfTable } from './rules-model.ts';
import { ROLES } from './text.ts';

interface RuledField {
  readonly code: string;
  readonly label: string;
}

const shown = (isOn: boolean) => (isOn ? ROLES.yes : '–');

const isRestriction = (column: string): column is Restriction => column === 'hidden' || column === 'readOnly';

/** The fields of a CRM table, each hidden, read-only, or neither. */
export function RulesGrid({
  prefix,
  fields,
  rules,
  onToggle,
}: {
  readonly prefix: string;
  readonly fields: readonly RuledField[];
  readonly rules: readonly FieldRules[];
  readonly onToggle: (code: string, restriction: Restriction) => void;
}) {
  const { hidden, readOnly } = rulesOfTable(rules, prefix);
  const choose = ({ code }: RuledField, column: string) => {
    if (isRestriction(column) && (column === 'readOnly' || mayHide(code))) onToggle(code, column);
  };
  return (
    <DataGrid
      label={`${ROLES.rules}, ${prefix}`}
      rows={fields}
      keyOf={({ code }) => code}
      onChoose={choose}
      columns={[
        { id: 'field', header: ROLES.field, width: 12, grows: true, cell: ({ label }) => label },
        { id: 'code', header: ROLES.code, width: 7, cell: ({ code }) => code },
        { id: 'hidden', header: ROLES.hidden, width: 7, cell: ({ code }) => shown(hidden.includes(code)) },
        { id: 'readOnly', header: ROLES.readOnly, width: 7, cell: ({ code }) => shown(readOnly.includes(code)) },
      ]}
    />
  );
}
