import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { FormValues } from './form-model.ts';
import type { FormState } from './use-form.ts';

interface FieldProps<Values extends FormValues> {
  readonly form: FormState<Values>;
  readonly name: keyof Values & string;
  readonly label: string;
  readonly description?: string;
  /** What a valid value looks like. */
  readonly constraint?: string;
  /** What is known to be wrong with the value beyond the form's rules. */
  readonly error?: string | undefined;
}

export function TextField<Values extends FormValues>({
  form,
  name,
  label,
  description,
  constraint,
  error,
  ...input
}: FieldProps<Values> & Pick<InputProps, 'autoFocus' | 'disabled' | 'inputMode' | 'placeholder'>) {
  return (
    <FormField
      label={label}
      description={description}
      constraintText={constraint}
      errorText={form.errors[name] ?? error}
    >
      <Input
        {...input}
        name={name}
        value={form.values[name] ?? ''}
        onChange={({ detail }) => form.set(name, detail.value)}
      />
    </FormField>
  );
}

export function SelectField<Values extends FormValues>({
  form,
  name,
  label,
  description,
  constraint,
  error,
  options,
  ...select
}: FieldProps<Values> &
  Pick<SelectProps, 'statusType' | 'empty' | 'disabled' | 'filteringType'> & {
    readonly options: readonly { readonly value: string; readonly label: string; readonly description?: string }[];
  }) {
  const value = form.values[name] ?? '';
  const chosen = options.find((option) => option.value === value) ?? { value, label: value };
  return (
    <FormField
      label={label}
      description={description}
      constraintText={constraint}
      errorText={form.errors[name] ?? error}
    >
      <Select
        {...select}
        selectedOption={chosen}
        options={options}
        onChange={({ detail }) => form.set(name, detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
