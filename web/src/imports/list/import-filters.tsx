import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { useMe } from '../../shared/session/me.ts';
import { IMPORTS, STATUS_TEXTS } from '../text.ts';
import { type ImportFilter, isTablePrefix } from './filter-model.ts';

const STATUSES = [
  { value: '', label: IMPORTS.everyStatus },
  ...Object.entries(STATUS_TEXTS).map(([value, label]) => ({ value, label })),
];

const COLUMNS = [0, 1, 2, 3].map(() => ({ colspan: { default: 12, xs: 6, m: 3 } }));

/** Narrows the list to a CRM table, a status, a day, or the imports of the user. */
export function ImportFilters({
  filter,
  onChange,
}: {
  readonly filter: ImportFilter;
  /** Called with the parts that change, each as the address has it. */
  readonly onChange: (changed: Partial<Record<keyof ImportFilter, string>>) => void;
}) {
  const { userId } = useMe();
  const users = [
    { value: '', label: IMPORTS.everybody },
    { value: userId, label: IMPORTS.mine },
    ...(filter.user === '' || filter.user === userId ? [] : [{ value: filter.user, label: filter.user }]),
  ];
  return (
    <Grid gridDefinition={COLUMNS}>
      <TableFilter key={filter.table} table={filter.table} onChange={(table) => onChange({ table })} />
      <FormField label={IMPORTS.status}>
        <Select
          selectedOption={STATUSES.find(({ value }) => value === filter.status) ?? null}
          options={STATUSES}
          onChange={({ detail }) => onChange({ status: detail.selectedOption.value })}
        />
      </FormField>
      <FormField label={IMPORTS.day}>
        <DatePicker
          value={filter.day}
          placeholder="YYYY/MM/DD"
          openCalendarAriaLabel={() => IMPORTS.chooseDay}
          onChange={({ detail }) => onChange({ day: detail.value })}
        />
      </FormField>
      <FormField label={IMPORTS.user}>
        <Select
          selectedOption={users.find(({ value }) => value === filter.user) ?? null}
          options={users}
          onChange={({ detail }) => onChange({ user: detail.selectedOption.value })}
        />
      </FormField>
    </Grid>
  );
}

/** The text filters when the field is left or Enter is pressed: a part of a prefix is another prefix. */
function TableFilter({ table, onChange }: { readonly table: string; readonly onChange: (table: string) => void }) {
  const [text, setText] = useState(table);
  const isWrong = text.trim() !== '' && !isTablePrefix(text);
  const apply = () => !isWrong && text.trim().toUpperCase() !== table && onChange(text.trim());
  return (
    <FormField label={IMPORTS.tablePrefix} errorText={isWrong ? IMPORTS.tablePrefixRule : undefined}>
      <Input
        value={text}
        type="search"
        placeholder={IMPORTS.everyTable}
        onChange={({ detail }) => {
          setText(detail.value);
          if (detail.value === '') onChange('');
        }}
        onBlur={apply}
        onKeyDown={({ detail }) => detail.key === 'Enter' && apply()}
      />
    </FormField>
  );
}
