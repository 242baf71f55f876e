import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { DAY_FORMAT } from '../../shared/form/day-format.ts';
import { IMPORTS, STATUS_TEXTS } from '../text.ts';
import { type ImportFilter, isTablePrefix } from './filter-model.ts';
import { PersonFilter } from './person-filter.tsx';

const STATUSES = [
  { value: '', label: IMPORTS.everyStatus },
  ...Object.entries(STATUS_TEXTS).map(([value, label]) => ({ value, label })),
];

const COLUMNS = [0, 1, 2, 3].map(() => ({ colspan: { default: 12, xs: 6, m: 3 } }));

/** Narrows the list to a CRM table, a status, a day, or a person. */
export function ImportFilters({
  filter,
  onChange,
}: {
  readonly filter: ImportFilter;
  /** Called with the parts that change, each as the address has it. */
  readonly onChange: (changed: Partial<Record<keyof ImportFilter, string>>) => void;
}) {
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
          {...DAY_FORMAT}
          openCalendarAriaLabel={() => IMPORTS.chooseDay}
          onChange={({ detail }) => onChange({ day: detail.value })}
        />
      </FormField>
      <PersonFilter table={filter.table} user={filter.user} onChange={(user) => onChange({ user })} />
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
