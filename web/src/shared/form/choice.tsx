import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';

/** A form field with a few choices. */
export function Choice({
  label,
  description,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly description?: string;
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string; readonly description?: string }>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <FormField label={label} description={description}>
      <Select
        selectedOption={options.find((option) => option.value === value) ?? { value, label: value }}
        options={options}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
