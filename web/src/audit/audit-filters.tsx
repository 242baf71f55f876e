import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { DAY_FORMAT } from '../shared/form/day-format.ts';
import { KIND_TEXTS } from './kinds.ts';
import { type AuditFilter, isAccount } from './model.ts';
import { PersonFilter } from './person-filter.tsx';
import { AUDIT } from './text.ts';

const KINDS = [
  { value: '', label: AUDIT.everyKind },
  ...Object.entries(KIND_TEXTS).map(([value, label]) => ({ value, label })),
];

const COLUMNS = Array.from({ length: 6 }, () => ({ colspan: { default: 12, xs: 6, s: 4 } }));

/** Narrows the audit by person, kind, object, account and days. */
export function AuditFilters({
  filter,
  onChange,
}: {
  readonly filter: AuditFilter;
  /** Called with the parts that change, each as the address has it. */
  readonly onChange: (changed: Partial<Record<keyof AuditFilter, string>>) => void;
}) {
  const day = (name: 'from' | 'to') => (
    <FormField label={AUDIT[name]}>
      <DatePicker
        value={filter[name]}
        {...DAY_FORMAT}
        openCalendarAriaLabel={() => AUDIT.chooseDay}
        onChange={({ detail }) => onChange({ [name]: detail.value })}
      />
    </FormField>
  );
  return (
    <Grid gridDefinition={COLUMNS}>
      <PersonFilter person={filter.person} onChange={(person) => onChange({ person })} />
      <FormField label={AUDIT.kind}>
        <Select
          selectedOption={KINDS.find(({ value }) => value === filter.kind) ?? null}
          options={KINDS}
          onChange={({ detail }) => onChange({ kind: detail.selectedOption.value })}
        />
      </FormField>
      <TypedFilter
        key={`object ${filter.object}`}
        label={AUDIT.object}
        placeholder={AUDIT.objectHelp}
        text={filter.object}
        onChange={(object) => onChange({ object })}
      />
      <TypedFilter
        key={`account ${filter.account}`}
        label={AUDIT.account}
        placeholder={AUDIT.everyAccount}
        text={filter.account}
        rule={(text) => (isAccount(text) ? undefined : AUDIT.accountRule)}
        onChange={(account) => onChange({ account })}
      />
      {day('from')}
      {day('to')}
    </Grid>
  );
}

/** The text narrows when the field is left or Enter is pressed: each search reads the audit. */
function TypedFilter({
  label,
  placeholder,
  text,
  rule = () => undefined,
  onChange,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly rule?: (text: string) => string | undefined;
  readonly onChange: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  const fault = typed.trim() === '' ? undefined : rule(typed);
  const apply = () => fault === undefined && typed.trim() !== text && onChange(typed.trim());
  return (
    <FormField label={label} errorText={fault}>
      <Input
        value={typed}
        type="search"
        placeholder={placeholder}
        onChange={({ detail }) => {
          setTyped(detail.value);
          if (detail.value === '') onChange('');
        }}
        onBlur={apply}
        onKeyDown={({ detail }) => detail.key === 'Enter' && apply()}
      />
    </FormField>
  );
}
