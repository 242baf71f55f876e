import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, ReactNode } from 'react';
import type { Draft, Field, Values } from './desk-model.ts';
import { TRY_OUT } from './text.ts';
import { ValueInput } from './value-input.tsx';

/** A form of some fields, under the tabs of the table. */
export function FieldsForm({
  draft,
  fields,
  values,
  faults,
  submitText,
  actions,
  onChange,
  onSubmit,
}: {
  readonly draft: Draft;
  readonly fields: readonly Field[];
  readonly values: Values;
  /** By the code of the field. */
  readonly faults: Readonly<Record<string, { readonly reason: string }>>;
  readonly submitText: string;
  readonly actions?: ReactNode;
  readonly onChange: (values: Values) => void;
  readonly onSubmit: () => void;
}) {
  const groups = draft.tabs
    .map(({ id, label }) => ({ id, label, fields: fields.filter(({ tab }) => tab === id) }))
    .filter((group) => group.fields.length > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <SpaceBetween size="l">
        {groups.map(({ id, label, fields: inTab }) => (
          <SpaceBetween key={id} size="s">
            <Box variant="h3">{label}</Box>
            <ColumnLayout columns={2}>
              {inTab.map((field) => (
                <FormField
                  key={field.code}
                  label={field.label}
                  description={field.required ? TRY_OUT.required : ''}
                  errorText={faults[field.code]?.reason}
                >
                  <ValueInput
                    field={field}
                    value={values[field.code] ?? ''}
                    onChange={(value) => onChange({ ...values, [field.code]: value })}
                  />
                </FormField>
              ))}
            </ColumnLayout>
          </SpaceBetween>
        ))}
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="primary">{submitText}</Button>
          {actions}
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}
