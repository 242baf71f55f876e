import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Examples } from './column-reasons.tsx';
import type { CrmTableProposal } from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

interface Named {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Name, prefix and Customer ID of the table. */
export function TableChoice({
  proposal,
  name,
  prefix,
  onCustomerId,
}: {
  readonly proposal: CrmTableProposal;
  readonly name: Named;
  readonly prefix: Named;
  readonly onCustomerId: (column: number | null) => void;
}) {
  const { customerId, columns } = proposal;
  const none = { value: '', label: FROM_FILE.generated };
  const options = [
    ...columns.map(({ position, name: title }) => ({
      value: String(position),
      label: FROM_FILE.column(position, title),
    })),
    none,
  ];
  const chosen = options.find(({ value }) => value === String(customerId.column ?? '')) ?? none;
  return (
    <Container header={<Header variant="h2">{FROM_FILE.table}</Header>}>
      <SpaceBetween size="l">
        <FormField label={FROM_FILE.name} errorText={name.error}>
          <Input value={name.value} onChange={({ detail }) => name.onChange(detail.value)} />
        </FormField>
        <FormField label={FROM_FILE.prefix} constraintText={FROM_FILE.prefixHelp} errorText={prefix.error}>
          <Input value={prefix.value} onChange={({ detail }) => prefix.onChange(detail.value.toUpperCase())} />
        </FormField>
        <FormField
          label={FROM_FILE.customerId}
          description={FROM_FILE.customerIdHelp}
          constraintText={customerId.reason}
        >
          <Select
            options={options}
            selectedOption={chosen}
            onChange={({ detail: { selectedOption } }) =>
              onCustomerId(selectedOption.value ? Number(selectedOption.value) : null)
            }
          />
        </FormField>
        <Examples values={customerId.contradicting} count={customerId.contradicting.length} />
      </SpaceBetween>
    </Container>
  );
}
