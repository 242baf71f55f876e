import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FileOptions } from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

interface FileChoiceProps {
  readonly file: File | undefined;
  readonly country: string;
  readonly options: FileOptions;
  readonly onFile: (file: File | undefined) => void;
  readonly onCountry: (country: string) => void;
  readonly onOptions: (options: FileOptions) => void;
}

/** The file, the country of its telephone numbers, and how it is read. */
export function FileChoice({ file, country, options, onFile, onCountry, onOptions }: FileChoiceProps) {
  return (
    <Container>
      <SpaceBetween size="l">
        <FormField label={FROM_FILE.file} description={FROM_FILE.fileHelp}>
          <FileUpload
            value={file ? [file] : []}
            accept=".csv,.txt,.tsv,.gz"
            showFileSize
            i18nStrings={{
              uploadButtonText: () => FROM_FILE.choose,
              dropzoneText: () => FROM_FILE.drop,
              removeFileAriaLabel: () => FROM_FILE.remove,
            }}
            onChange={({ detail }) => onFile(detail.value.at(-1))}
          />
        </FormField>
        <FormField
          label={FROM_FILE.country}
          constraintText={FROM_FILE.countryHelp}
          errorText={/^[A-Z]{2}$/.test(country) ? undefined : FROM_FILE.countryRule}
        >
          <Input value={country} onChange={({ detail }) => onCountry(detail.value.toUpperCase())} />
        </FormField>
        <ExpandableSection headerText={FROM_FILE.reading}>
          <SpaceBetween size="s">
            <Choice
              label={FROM_FILE.delimiter}
              texts={FROM_FILE.delimiters}
              value={options.delimiter}
              onChange={(delimiter) => onOptions({ ...options, delimiter })}
            />
            <Choice
              label={FROM_FILE.header}
              texts={FROM_FILE.headers}
              value={options.header === undefined ? undefined : `${options.header}`}
              onChange={(header) =>
                onOptions({ ...options, header: header === undefined ? header : header === 'true' })
              }
            />
            <Choice
              label={FROM_FILE.encoding}
              texts={FROM_FILE.encodings}
              value={options.encoding}
              onChange={(encoding) => onOptions({ ...options, encoding })}
            />
          </SpaceBetween>
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

/** One of several values, or what is detected. */
function Choice<Value extends string>({
  label,
  texts,
  value,
  onChange,
}: {
  readonly label: string;
  readonly texts: Readonly<Record<Value, string>>;
  readonly value: string | undefined;
  readonly onChange: (value: Value | undefined) => void;
}) {
  const isValue = (text: string | undefined): text is Value => text !== undefined && Object.hasOwn(texts, text);
  const known = Object.keys(texts).filter(isValue);
  const detect = { value: '', label: FROM_FILE.detected };
  const options = [detect, ...known.map((each) => ({ value: each, label: texts[each] }))];
  return (
    <FormField label={label}>
      <Select
        options={options}
        selectedOption={options.find((option) => option.value === value) ?? detect}
        onChange={({ detail: { selectedOption } }) =>
          onChange(isValue(selectedOption.value) ? selectedOption.value : undefined)
        }
      />
    </FormField>
  );
}
