import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { Choices } from '../designer/choices.tsx';
import { FIELD_TYPES } from '../designer/draft-model.ts';
import { isList } from '../designer/field-edits-model.ts';
import { TYPES } from '../text.ts';
import type { ColumnEditing, Field } from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

const { settings } = FROM_FILE;
const TYPE_OPTIONS = FIELD_TYPES.map((value) => ({ value, label: TYPES[value] }));

/** The type of a field, and the choices of a list. What was chosen for the former type does not fit another one. */
export function TypeChoice({
  field,
  edit,
  isCustomerId,
  reported,
  change,
}: ColumnEditing & { readonly field: Field | undefined }) {
  const type = edit.type ?? field?.type ?? 'text';
  return (
    <>
      <FormField label={settings.type} constraintText={isCustomerId && settings.typeOfId} errorText={reported('type')}>
        <Select
          disabled={isCustomerId}
          options={TYPE_OPTIONS}
          selectedOption={{ value: type, label: TYPES[type] }}
          onChange={({ detail }) =>
            change({
              type: detail.selectedOption.value,
              ...{ dateForm: undefined, maxLength: undefined, listValues: undefined, search: undefined },
            })
          }
        />
      </FormField>
      {isList(type) && field?.type === type && (
        <Choices
          values={edit.listValues ?? field.listValues}
          fault={reported('listValues')}
          onChange={(listValues) => change({ listValues })}
        />
      )}
    </>
  );
}
