import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import Textarea from '@cloudscape-design/components/textarea';
import type { Field } from './desk-model.ts';
import { TRY_OUT } from './text.ts';

/** Separates the choices of a multiple list, as in a file. */
const SEPARATOR = ';';

/** The input for a value of a field. */
export function ValueInput({
  field: { type, listValues },
  value,
  onChange,
}: {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const choices = type === 'yes-no' ? [TRY_OUT.yes, TRY_OUT.no] : listValues;
  const options = choices.map((choice) => ({ value: choice, label: choice }));
  if (type === 'yes-no' || type === 'list') {
    const none = { value: '', label: TRY_OUT.blank };
    const known = [none, ...options, ...(value === '' || choices.includes(value) ? [] : [{ value, label: value }])];
    return (
      <Select
        options={known}
        selectedOption={known.find((option) => option.value === value) ?? none}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    );
  }
  if (type === 'multi-list') {
    const chosen = value.split(SEPARATOR).map((each) => each.trim());
    return (
      <Multiselect
        options={options}
        placeholder={TRY_OUT.choice}
        selectedOptions={options.filter((option) => chosen.includes(option.value))}
        onChange={({ detail }) => onChange(detail.selectedOptions.map((option) => option.value).join(SEPARATOR))}
      />
    );
  }
  if (type === 'notes') return <Textarea value={value} rows={3} onChange={({ detail }) => onChange(detail.value)} />;
  return <Input value={value} onChange={({ detail }) => onChange(detail.value)} />;
}
