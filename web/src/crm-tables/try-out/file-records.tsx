import Alert from '@cloudscape-design/components/alert';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { ImportDefinition } from '../../definitions/queries.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { Status } from '../../shared/shell/status.tsx';
import type { TakenRecords } from './records-model.ts';
import { TRY_OUT } from './text.ts';
import type { Taking } from './use-taken-records.ts';

/** The file whose first records become customers of the page. */
export function RecordsFile({
  file,
  onFile,
}: {
  readonly file: File | undefined;
  readonly onFile: (file: File | undefined) => void;
}) {
  return (
    <FormField label={TRY_OUT.file} description={TRY_OUT.fileHelp}>
      <FileUpload
        value={file ? [file] : []}
        accept=".csv,.txt,.tsv,.gz"
        i18nStrings={{
          uploadButtonText: () => TRY_OUT.choose,
          dropzoneText: () => TRY_OUT.drop,
          removeFileAriaLabel: () => TRY_OUT.remove,
        }}
        onChange={({ detail }) => onFile(detail.value.at(-1))}
      />
    </FormField>
  );
}

/** Which import definition of the CRM table says how the file is read. */
export function ReadingChoice({
  definitions,
  chosen,
  onChoose,
}: {
  readonly definitions: readonly ImportDefinition[];
  readonly chosen: ImportDefinition | undefined;
  readonly onChoose: (definitionId: string) => void;
}) {
  if (definitions.length === 0) return null;
  const none = { value: '', label: TRY_OUT.asDetected };
  const options = [none, ...definitions.map(({ definitionId: value, name: label }) => ({ value, label }))];
  return (
    <FormField label={TRY_OUT.reading} description={TRY_OUT.readingHelp}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === chosen?.definitionId) ?? none}
        onChange={({ detail }) => onChoose(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

export function TakingResult({ taking }: { readonly taking: Taking }) {
  if (taking.status === 'reading') return <Status type="in-progress">{TRY_OUT.readingFile}</Status>;
  if (taking.status === 'failed') return <ErrorAlert error={taking.error} header={TRY_OUT.notRead} />;
  return taking.status === 'taken' ? <Taken taken={taking.taken} /> : null;
}

function Taken({ taken: { customers, rejected, unknown } }: { readonly taken: TakenRecords }) {
  return (
    <Alert type={rejected.length === 0 ? 'success' : 'warning'}>
      {TRY_OUT.taken(customers.length, rejected.length)}
      {rejected.map(({ record, reason }) => (
        <div key={record}>{TRY_OUT.record(record, reason)}</div>
      ))}
      {unknown.length > 0 && <div>{TRY_OUT.unknownColumns(unknown.join(', '))}</div>}
    </Alert>
  );
}
