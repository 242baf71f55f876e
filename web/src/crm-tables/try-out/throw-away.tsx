import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { useReadRecords } from '../from-file/queries.ts';
import type { Draft, TrialCustomer } from './desk-model.ts';
import { type TakenRecords, takeRecords } from './records-model.ts';
import { TRY_OUT } from './text.ts';

type Reading =
  | { readonly status: 'none' | 'reading' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'taken'; readonly before: number; readonly taken: TakenRecords };

/** The customers of this page, and the file from which some are taken. */
export function ThrowAway({
  accountPrefix,
  prefix,
  draft,
  customers,
  onCustomers,
}: {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly draft: Draft;
  readonly customers: readonly TrialCustomer[];
  readonly onCustomers: (customers: readonly TrialCustomer[]) => void;
}) {
  const readRecords = useReadRecords(accountPrefix);
  const [file, setFile] = useState<File>();
  const [reading, setReading] = useState<Reading>({ status: 'none' });
  const take = async (chosen: File | undefined) => {
    setFile(chosen);
    if (!chosen) return setReading({ status: 'none' });
    setReading({ status: 'reading' });
    try {
      const taken = takeRecords(draft, prefix, await readRecords(chosen, draft.defaultCountry), customers);
      setReading({ status: 'taken', before: customers.length, taken });
      return onCustomers(taken.customers);
    } catch (error) {
      return setReading({ status: 'failed', error });
    }
  };
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${customers.length})`} description={TRY_OUT.customersHelp}>
          {TRY_OUT.customers}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField label={TRY_OUT.file} description={TRY_OUT.fileHelp}>
          <FileUpload
            value={file ? [file] : []}
            accept=".csv,.txt,.tsv,.gz"
            i18nStrings={{
              uploadButtonText: () => TRY_OUT.choose,
              dropzoneText: () => TRY_OUT.drop,
              removeFileAriaLabel: () => TRY_OUT.remove,
            }}
            onChange={({ detail }) => void take(detail.value.at(-1))}
          />
        </FormField>
        {reading.status === 'reading' && <StatusIndicator type="in-progress">{TRY_OUT.reading}</StatusIndicator>}
        {reading.status === 'failed' && <ErrorAlert error={reading.error} header={TRY_OUT.notRead} />}
        {reading.status === 'taken' && <Taken taken={reading.taken} before={reading.before} />}
      </SpaceBetween>
    </Container>
  );
}

function Taken({
  taken: { customers, rejected, unknown },
  before,
}: {
  readonly taken: TakenRecords;
  readonly before: number;
}) {
  return (
    <Alert type={rejected.length === 0 ? 'success' : 'warning'}>
      {TRY_OUT.taken(customers.length - before, rejected.length)}
      {rejected.map(({ record, reason }) => (
        <div key={record}>{TRY_OUT.record(record, reason)}</div>
      ))}
      {unknown.length > 0 && <div>{TRY_OUT.unknownColumns(unknown.join(', '))}</div>}
    </Alert>
  );
}
