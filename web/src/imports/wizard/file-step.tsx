import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCrmTableChoices } from '../../crm-tables/queries.ts';
import { FileSource } from './file-source.tsx';
import { WIZARD } from './text.ts';
import type { Wizard } from './use-wizard.ts';

/** The file, and the CRM table into which its customers go. */
export function FileStep({ accountPrefix, wizard }: { readonly accountPrefix: string; readonly wizard: Wizard }) {
  return (
    <SpaceBetween size="l">
      {wizard.isRestored && (
        <Alert type="info" action={<Button onClick={wizard.restart}>{WIZARD.restart}</Button>}>
          {WIZARD.restored}
        </Alert>
      )}
      <Container>
        <SpaceBetween size="l">
          <TableField accountPrefix={accountPrefix} wizard={wizard} />
          <FileSource wizard={wizard} />
          {wizard.definitions.length > 0 && <DefinitionField wizard={wizard} />}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

function TableField({ accountPrefix, wizard }: { readonly accountPrefix: string; readonly wizard: Wizard }) {
  const { items, isLoading } = useCrmTableChoices(accountPrefix);
  const options = items
    .filter(({ publishedVersion }) => publishedVersion !== null)
    .map(({ prefix, name }) => ({ value: prefix, label: name, labelTag: prefix }));
  const { tablePrefix } = wizard.choices;
  return (
    <FormField label={WIZARD.table} description={WIZARD.tableHelp}>
      <Select
        selectedOption={options.find(({ value }) => value === tablePrefix) ?? null}
        options={options}
        placeholder={WIZARD.chooseTable}
        filteringType="auto"
        statusType={isLoading ? 'loading' : 'finished'}
        empty={WIZARD.noTables}
        onChange={({ detail }) => wizard.chooseTable(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

function DefinitionField({ wizard }: { readonly wizard: Wizard }) {
  const none = { value: '', label: WIZARD.noDefinition };
  const options = [none, ...wizard.definitions.map(({ definitionId, name }) => ({ value: definitionId, label: name }))];
  const { definitionId } = wizard.choices;
  return (
    <FormField label={WIZARD.definition} description={WIZARD.definitionHelp}>
      <Select
        selectedOption={options.find(({ value }) => value === definitionId) ?? none}
        options={options}
        filteringType="auto"
        onChange={({ detail }) => wizard.chooseDefinition(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

/** Holds the place of a preview, or says why there is none. */
export function PreviewPlace({ wizard }: { readonly wizard: Wizard }) {
  const { error, retry } = wizard.proposal;
  if (!error) return <Box color="text-status-inactive">{WIZARD.reading}</Box>;
  return (
    <Alert type="error" header={WIZARD.previewFailed} action={<Button onClick={retry}>{WIZARD.retry}</Button>}>
      {error.message}
    </Alert>
  );
}
