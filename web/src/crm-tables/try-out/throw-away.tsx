import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Draft, TrialCustomer } from './desk-model.ts';
import { ReadingChoice, RecordsFile, TakingResult } from './file-records.tsx';
import { TRY_OUT } from './text.ts';
import { useTakenRecords } from './use-taken-records.ts';

/** The customers of this page, and the file from which some are taken. */
export function ThrowAway(props: {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly draft: Draft;
  readonly customers: readonly TrialCustomer[];
  readonly onCustomers: (customers: readonly TrialCustomer[]) => void;
}) {
  const { file, taking, definitions, definition, chooseFile, chooseDefinition } = useTakenRecords(props);
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${props.customers.length})`} description={TRY_OUT.customersHelp}>
          {TRY_OUT.customers}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ReadingChoice definitions={definitions} chosen={definition} onChoose={chooseDefinition} />
        <RecordsFile file={file} onFile={chooseFile} />
        <TakingResult taking={taking} />
      </SpaceBetween>
    </Container>
  );
}
