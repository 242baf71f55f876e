import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, ReactNode } from 'react';
import { FieldInputs } from '../../customers/field-inputs.tsx';
import { type Faults, type Field, groupsOf, type Structure, type Values } from '../../customers/fields-model.ts';

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
  readonly draft: Pick<Structure, 'tabs'>;
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly faults: Faults;
  readonly submitText: string;
  readonly actions?: ReactNode;
  readonly onChange: (values: Values) => void;
  readonly onSubmit: () => void;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <SpaceBetween size="l">
        {groupsOf(draft.tabs, fields).map((group) => (
          <SpaceBetween key={group.id} size="s">
            <Box variant="h3">{group.label}</Box>
            <FieldInputs
              {...{ fields: group.fields, values, faults }}
              onChange={(code, value) => onChange({ ...values, [code]: value })}
            />
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
