import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RefObject } from 'react';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { TYPES } from '../text.ts';
import { Choices } from './choices.tsx';
import type { DesignerState, DesignerStore } from './designer-store.ts';
import { type DesignField, FIELD_TYPES } from './draft-model.ts';
import { canBeStrict, type FieldChange, isList, updateField } from './field-edits-model.ts';
import { faultFor } from './rules-model.ts';
import { DESIGNER } from './text.ts';

const TYPE_OPTIONS = FIELD_TYPES.map((value) => ({ value, label: TYPES[value] }));

/** Type, length and rules of the field at the cell of the grid. */
export function FieldSettings({
  store,
  state,
  field,
  typeInput,
}: {
  readonly store: DesignerStore;
  readonly state: DesignerState;
  readonly field: DesignField | undefined;
  /** Takes the focus when the user presses Enter on the type of the field. */
  readonly typeInput: RefObject<SelectProps.Ref | null>;
}) {
  const title = field && (field.label === '' ? DESIGNER.noLabel : field.label);
  return (
    <Container header={<Header variant="h2">{title ?? DESIGNER.property.title}</Header>}>
      {field ? (
        <Settings key={field.key} store={store} state={state} field={field} typeInput={typeInput} />
      ) : (
        <Box color="text-status-inactive">{DESIGNER.chooseField}</Box>
      )}
    </Container>
  );
}

function Settings({
  store,
  state,
  field,
  typeInput,
}: Parameters<typeof FieldSettings>[0] & { readonly field: DesignField }) {
  const { property } = DESIGNER;
  const isCustomerId = field.code === CUSTOMER_ID;
  const fault = (name: string) => faultFor(state.faults, field.key, name);
  const change = (changes: FieldChange, edit?: string) =>
    store.edit((design) => updateField(design, field.key, changes), edit && `${edit} ${field.key}`);
  return (
    <SpaceBetween size="s">
      <FormField
        label={property.type}
        errorText={fault('type')}
        constraintText={isCustomerId && DESIGNER.customerIdType}
      >
        <Select
          ref={typeInput}
          disabled={isCustomerId}
          options={TYPE_OPTIONS}
          selectedOption={{ value: field.type, label: TYPES[field.type] }}
          onChange={({ detail }) => {
            const type = FIELD_TYPES.find((known) => known === detail.selectedOption.value);
            if (type) change({ type });
          }}
        />
      </FormField>
      <FormField label={property.maxLength} constraintText={property.characters} errorText={fault('maxLength')}>
        <Input
          type="number"
          inputMode="numeric"
          value={Number.isNaN(field.maxLength) ? '' : String(field.maxLength)}
          onChange={({ detail }) => change({ maxLength: Number.parseInt(detail.value, 10) }, 'maxLength')}
        />
      </FormField>
      <Checkbox
        checked={field.required}
        disabled={isCustomerId}
        description={property.requiredHelp}
        onChange={({ detail }) => change({ required: detail.checked })}
      >
        {property.required}
      </Checkbox>
      {canBeStrict(field.type) && (
        <Checkbox
          checked={field.strict}
          description={property.strictHelp}
          onChange={({ detail }) => change({ strict: detail.checked })}
        >
          {property.strict}
        </Checkbox>
      )}
      {isList(field.type) && (
        <Choices
          values={field.listValues}
          fault={fault('listValues')}
          onChange={(listValues) => change({ listValues }, 'choices')}
        />
      )}
    </SpaceBetween>
  );
}
