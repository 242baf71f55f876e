import './field-values.css';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Field, Values } from './fields-model.ts';
import { CUSTOMERS } from './text.ts';

/** A value with its line breaks; a blank one is named. */
export const shownValue = (value: string | undefined) => (
  <span className="field-value">{value || CUSTOMERS.blank}</span>
);

/** The values of some fields, in columns. */
export function FieldValues({
  fields,
  values,
  columns = 3,
}: {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly columns?: 1 | 2 | 3 | 4;
}) {
  return (
    <KeyValuePairs
      columns={columns}
      items={fields.map(({ code, label }) => ({ label, value: shownValue(values[code]) }))}
    />
  );
}
