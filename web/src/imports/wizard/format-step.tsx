import Alert from '@cloudscape-design/components/alert';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { Choice } from '../../shared/form/choice.tsx';
import { type FormatChoices, isSkipLines } from './choices-model.ts';
import { PreviewPlace } from './file-step.tsx';
import { FirstRows } from './first-rows.tsx';
import { formatText, isReadable } from './format-model.ts';
import { COMPRESSIONS, DELIMITERS, ENCODINGS, WIZARD } from './text.ts';
import type { Wizard } from './use-wizard.ts';

/** How the file is read, in words and in its first rows. Each choice is shown at once. */
export function FormatStep({ wizard }: { readonly wizard: Wizard }) {
  const { preview, error } = wizard.proposal;
  return (
    <SpaceBetween size="l">
      <Container>
        <FormatFields wizard={wizard} />
      </Container>
      {preview === undefined || error ? (
        <PreviewPlace wizard={wizard} />
      ) : (
        <Container
          header={
            <Header variant="h2" description={<LiveRegion>{formatText(preview)}</LiveRegion>}>
              {WIZARD.firstRows}
            </Header>
          }
        >
          {isReadable(preview) ? (
            <FirstRows preview={preview} isBehind={wizard.proposal.isBehind} />
          ) : (
            <Alert type="error" header={WIZARD.notCsv}>
              {preview.rejection?.reason}
            </Alert>
          )}
        </Container>
      )}
    </SpaceBetween>
  );
}

const detected = { value: '', label: WIZARD.asDetected };
const optionsOf = (texts: Readonly<Record<string, string>>) => [
  detected,
  ...Object.entries(texts).map(([value, label]) => ({ value, label })),
];
const OTHER = 'other';
const NAMED = optionsOf(Object.fromEntries(Object.entries(DELIMITERS).map(([value, name]) => [value, nameOf(name)])));
const DELIMITER_OPTIONS = [...NAMED, { value: OTHER, label: WIZARD.otherDelimiter }];
const HEADERS = optionsOf({ yes: WIZARD.headerYes, no: WIZARD.headerNo });

function nameOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function FormatFields({ wizard }: { readonly wizard: Wizard }) {
  const { format } = wizard.choices;
  const set = (changes: Partial<FormatChoices>) => wizard.update({ format: { ...format, ...changes } });
  return (
    <ColumnLayout columns={3}>
      <DelimiterField delimiter={format.delimiter} onChange={(delimiter) => set({ delimiter })} />
      <Choice
        label={WIZARD.header}
        options={HEADERS}
        value={format.header}
        onChange={(header) => set({ header: header === 'yes' || header === 'no' ? header : '' })}
      />
      <FormField label={WIZARD.skipLines} errorText={isSkipLines(format.skipLines) ? undefined : WIZARD.skipLinesRule}>
        <Input
          value={format.skipLines}
          inputMode="numeric"
          placeholder={WIZARD.asDetected}
          onChange={({ detail }) => set({ skipLines: detail.value })}
        />
      </FormField>
      <Choice
        label={WIZARD.encoding}
        options={optionsOf(ENCODINGS)}
        value={format.encoding}
        onChange={(encoding) => set({ encoding: isKey(ENCODINGS, encoding) ? encoding : '' })}
      />
      <Choice
        label={WIZARD.compression}
        options={optionsOf(COMPRESSIONS)}
        value={format.compression}
        onChange={(compression) => set({ compression: isKey(COMPRESSIONS, compression) ? compression : '' })}
      />
    </ColumnLayout>
  );
}

const isKey = <Key extends string>(record: Readonly<Record<Key, string>>, key: string): key is Key => key in record;

function DelimiterField({
  delimiter,
  onChange,
}: {
  readonly delimiter: string;
  readonly onChange: (delimiter: string) => void;
}) {
  const [isOther, setIsOther] = useState(delimiter !== '' && !(delimiter in DELIMITERS));
  const choose = (value: string) => {
    setIsOther(value === OTHER);
    if (value !== OTHER) onChange(value);
  };
  return (
    <SpaceBetween size="xs">
      <Choice
        label={WIZARD.delimiter}
        options={DELIMITER_OPTIONS}
        value={isOther ? OTHER : delimiter}
        onChange={choose}
      />
      {isOther && (
        <FormField errorText={/^[\t !#-~]$/.test(delimiter) ? undefined : WIZARD.delimiterRule}>
          <Input
            ariaLabel={WIZARD.otherDelimiter}
            value={delimiter}
            onChange={({ detail }) => onChange(detail.value.slice(-1))}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
