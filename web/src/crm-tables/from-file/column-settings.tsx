import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { FIELD_TYPES } from '../designer/draft-model.ts';
import { TYPES } from '../text.ts';
import { ColumnReasons } from './column-reasons.tsx';
import {
  type ColumnEdit,
  type CrmTableProposal,
  type Edits,
  editColumn,
  faultsOf,
  fieldOf,
  type ProposedColumn,
  resetColumn,
} from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

const { settings } = FROM_FILE;
const TYPE_OPTIONS = FIELD_TYPES.map((value) => ({ value, label: TYPES[value] }));

interface ColumnSettingsProps {
  readonly proposal: CrmTableProposal;
  readonly column: ProposedColumn;
  readonly edits: Edits;
  /** What the API reports for a member of the column's choices. */
  readonly reported: (member: string) => string | undefined;
  readonly onEdit: (edits: Edits) => void;
}

/** The field that is proposed for a column: what the person can change, and why it is proposed. */
export function ColumnSettings({ proposal, column, edits, reported, onEdit }: ColumnSettingsProps) {
  const { position, name, samples } = column;
  const edit = edits.columns.get(position) ?? {};
  const isCustomerId = proposal.customerId.column === position;
  const change = (changes: { [Name in keyof ColumnEdit]: unknown }) => onEdit(editColumn(edits, position, changes));
  const reset = (
    <Button disabled={!edits.columns.has(position)} onClick={() => onEdit(resetColumn(edits, position))}>
      {settings.reset}
    </Button>
  );
  return (
    <Container
      header={
        <Header variant="h2" actions={reset}>
          {FROM_FILE.column(position, name)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Box color="text-body-secondary">
          {samples.length === 0 ? settings.noValue : settings.samples(samples.join(' · '))}
        </Box>
        <Checkbox
          checked={!edit.leaveOut}
          disabled={isCustomerId}
          description={settings.keepHelp}
          onChange={({ detail }) => change({ leaveOut: detail.checked ? undefined : true })}
        >
          {settings.keep}
        </Checkbox>
        {!edit.leaveOut && (
          <FieldSettings {...{ proposal, column, edits, reported, edit, change, isCustomerId }} key={position} />
        )}
        <ColumnReasons proposal={proposal} column={column} />
      </SpaceBetween>
    </Container>
  );
}

function FieldSettings({
  proposal,
  column,
  edits,
  reported,
  edit,
  change,
  isCustomerId,
}: Omit<ColumnSettingsProps, 'onEdit'> & {
  readonly edit: ColumnEdit;
  readonly change: (changes: { [Name in keyof ColumnEdit]: unknown }) => void;
  readonly isCustomerId: boolean;
}) {
  const field = fieldOf(proposal, column);
  const type = edit.type ?? field?.type ?? 'text';
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
      <FormField
        label={settings.type}
        constraintText={isCustomerId && settings.typeOfId}
        description={field && field.listValues.length > 0 ? `${settings.choices}: ${field.listValues.join(', ')}` : ''}
      >
        <Select
          disabled={isCustomerId}
          options={TYPE_OPTIONS}
          selectedOption={{ value: type, label: TYPES[type] }}
          onChange={({ detail }) => change({ type: detail.selectedOption.value, dateForm: undefined })}
        />
      </FormField>
      {column.dateForms.length > 0 && !isCustomerId && (
        <FormField label={settings.dates}>
          <RadioGroup
            value={edit.dateForm ?? 'none'}
            items={['none' as const, ...column.dateForms].map((form) => ({
              value: form,
              label: settings.dateForms[form],
            }))}
            onChange={({ detail }) =>
              change({ dateForm: detail.value === 'none' ? undefined : detail.value, type: undefined })
            }
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
