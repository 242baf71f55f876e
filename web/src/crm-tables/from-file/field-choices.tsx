import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { DateFormChoice } from './date-form-choice.tsx';
import {
  type ColumnEditing,
  type CrmTableProposal,
  type Edits,
  type Field,
  faultsOf,
  fieldOf,
  type ProposedColumn,
} from './proposal-model.ts';
import { FROM_FILE } from './text.ts';
import { TypeChoice } from './type-choice.tsx';

const { settings } = FROM_FILE;

interface FieldChoicesProps extends ColumnEditing {
  readonly proposal: CrmTableProposal;
  readonly column: ProposedColumn;
  readonly edits: Edits;
}

/** Label, code, type, form of dates, length and search of the field for a column. */
export function FieldChoices(props: FieldChoicesProps) {
  const { proposal, column, edits, edit, isCustomerId, reported, change } = props;
  const field = fieldOf(proposal, column);
  const faults = faultsOf(edits).get(column.position);
  return (
    <SpaceBetween size="s">
      <FormField label={settings.label} errorText={faults?.label ?? reported('label')}>
        <Input value={edit.label ?? field?.label ?? ''} onChange={({ detail }) => change({ label: detail.value })} />
      </FormField>
      <FormField
        label={settings.code}
        constraintText={isCustomerId ? settings.codeOfId : settings.codeHelp}
        errorText={faults?.code ?? reported('code')}
      >
        <Input
          value={edit.code ?? field?.code ?? ''}
          disabled={isCustomerId}
          onChange={({ detail }) => change({ code: detail.value.toUpperCase() })}
        />
      </FormField>
      <TypeChoice {...props} field={field} />
      {column.dateForms.length > 0 && !isCustomerId && (
        <DateFormChoice forms={column.dateForms} chosen={edit.dateForm} onChoose={change} />
      )}
      <LengthChoice {...props} field={field} fault={faults?.maxLength} />
      <FormField errorText={reported('search')}>
        <Checkbox
          checked={edit.search ?? field?.flags.search ?? false}
          disabled={isCustomerId}
          description={isCustomerId ? settings.searchOfId : settings.searchHelp}
          onChange={({ detail }) => change({ search: detail.checked })}
        >
          {FROM_FILE.searchable}
        </Checkbox>
      </FormField>
    </SpaceBetween>
  );
}

function LengthChoice({
  edit,
  field,
  fault,
  isCustomerId,
  reported,
  change,
}: ColumnEditing & { readonly field: Field | undefined; readonly fault: string | undefined }) {
  const length = edit.maxLength ?? field?.maxLength;
  return (
    <FormField label={settings.length} errorText={fault ?? reported('maxLength')}>
      <Input
        type="number"
        inputMode="numeric"
        disabled={isCustomerId}
        value={length === undefined || Number.isNaN(length) ? '' : String(length)}
        onChange={({ detail }) => change({ maxLength: Number.parseInt(detail.value, 10) })}
      />
    </FormField>
  );
}
