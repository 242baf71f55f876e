import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { shownValue } from './field-values.tsx';
import type { Faults, Field, Values } from './fields-model.ts';
import { CUSTOMERS } from './text.ts';
import { ValueInput } from './value-input.tsx';

/** The inputs of some fields in two columns, each with what is wrong with its value. */
export function FieldInputs({
  fields,
  values,
  faults,
  hints = {},
  isReadOnly = () => false,
  onChange,
}: {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly faults: Faults;
  /** What belongs to a field, by its code. */
  readonly hints?: Values;
  /** Whether the value is shown without an input. */
  readonly isReadOnly?: (field: Field) => boolean;
  readonly onChange: (code: string, value: string) => void;
}) {
  return (
    <ColumnLayout columns={2}>
      {fields.map((field) => {
        const { code, label, required } = field;
        const value = values[code] ?? '';
        if (isReadOnly(field)) return <KeyValuePairs key={code} items={[{ label, value: shownValue(value) }]} />;
        return (
          <FormField
            key={code}
            label={label}
            description={hints[code] ?? (required ? CUSTOMERS.required : '')}
            errorText={faults[code]}
          >
            <ValueInput field={field} value={value} onChange={(next) => onChange(code, next)} />
          </FormField>
        );
      })}
    </ColumnLayout>
  );
}
