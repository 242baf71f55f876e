import Input, { type InputProps } from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import Textarea from '@cloudscape-design/components/textarea';
import type { Field } from './fields-model.ts';
import { CUSTOMERS } from './text.ts';

/** Separates the choices of a multiple list, as in a file. */
const SEPARATOR = ';';

/** The keyboard of a telephone for a type of field. */
const INPUT_MODES: Readonly<Partial<Record<Field['type'], NonNullable<InputProps['inputMode']>>>> = {
  ...{ telephone: 'tel', email: 'email', url: 'url', number: 'decimal', currency: 'decimal' },
};

interface ValueInputProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The input for a value of a field. */
export function ValueInput({ field, value, onChange }: ValueInputProps) {
  switch (field.type) {
    case 'yes-no':
      return <OneChoice choices={[CUSTOMERS.yes, CUSTOMERS.no]} {...{ value, onChange }} />;
    case 'list':
      return <OneChoice choices={field.listValues} {...{ value, onChange }} />;
    case 'multi-list':
      return <SeveralChoices choices={field.listValues} {...{ value, onChange }} />;
    case 'notes':
      return <Textarea value={value} rows={3} onChange={({ detail }) => onChange(detail.value)} />;
    default:
      return (
        <Input
          name={field.code}
          value={value}
          autoComplete={false}
          inputMode={INPUT_MODES[field.type]}
          onChange={({ detail }) => onChange(detail.value)}
        />
      );
  }
}

interface ChoiceProps {
  readonly choices: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function OneChoice({ choices, value, onChange }: ChoiceProps) {
  const none = { value: '', label: CUSTOMERS.blank };
  const isKnown = value === '' || choices.includes(value);
  // A stored value may be no choice any more.
  const options = [
    none,
    ...[...choices, ...(isKnown ? [] : [value])].map((choice) => ({ value: choice, label: choice })),
  ];
  return (
    <Select
      options={options}
      selectedOption={options.find((option) => option.value === value) ?? none}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
    />
  );
}

function SeveralChoices({ choices, value, onChange }: ChoiceProps) {
  const options = choices.map((choice) => ({ value: choice, label: choice }));
  const chosen = value.split(SEPARATOR).map((each) => each.trim());
  return (
    <Multiselect
      options={options}
      placeholder={CUSTOMERS.choice}
      selectedOptions={options.filter((option) => chosen.includes(option.value))}
      onChange={({ detail }) => onChange(detail.selectedOptions.map((option) => option.value).join(SEPARATOR))}
    />
  );
}
