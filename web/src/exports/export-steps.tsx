import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { Choice } from '../shared/form/choice.tsx';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { ColumnOrder } from './column-order.tsx';
import type { ExportChoices } from './model.ts';
import { EXPORT_WIZARD as TEXT } from './text.ts';

interface StepProps {
  readonly choices: ExportChoices;
  readonly fields: ReadonlyArray<{ readonly code: string; readonly label: string }>;
  readonly filters: ReadonlyArray<{ readonly filterId: string; readonly name: string }>;
  readonly onChange: (change: Partial<ExportChoices>) => void;
}

const optionsOf = <Value extends string>(texts: Readonly<Record<Value, string>>) =>
  Object.entries<string>(texts).map(([value, label]) => ({ value, label }));

export function ContentStep({ choices, fields, filters, onChange }: StepProps) {
  const options = fields.map(({ code, label }) => ({ value: code, label, labelTag: code }));
  const chosen = choices.fields.flatMap((code) => options.filter(({ value }) => value === code));
  const isOfCustomers = choices.kind === 'customers';
  return (
    <Container>
      <SpaceBetween size="m">
        <Choice
          label={TEXT.kind}
          options={optionsOf(TEXT.kinds)}
          value={choices.kind}
          onChange={(kind) =>
            kind === 'edits'
              ? onChange({ kind, ...(choices.changed === 'always' && { changed: 'day' }) })
              : onChange({ kind: 'customers' })
          }
        />
        {isOfCustomers && (
          <FormField label={TEXT.fields} description={TEXT.fieldsHelp}>
            <Multiselect
              selectedOptions={chosen}
              options={options}
              placeholder={TEXT.allFields}
              filteringType="auto"
              onChange={({ detail }) => onChange({ fields: detail.selectedOptions.map(({ value = '' }) => value) })}
            />
          </FormField>
        )}
        {isOfCustomers && (
          <Choice
            label={TEXT.filter}
            options={[
              { value: '', label: TEXT.noFilter },
              ...filters.map(({ filterId, name }) => ({ value: filterId, label: name })),
            ]}
            value={choices.filterId}
            onChange={(filterId) => onChange({ filterId })}
          />
        )}
        {isOfCustomers && chosen.length > 1 && (
          <ColumnOrder columns={chosen} onChange={(ordered) => onChange({ fields: ordered })} />
        )}
        <Choice
          label={TEXT.changed}
          description={choices.changed === 'last-export' ? TEXT.lastExportHelp : undefined}
          options={[
            ...(isOfCustomers ? [{ value: 'always', label: TEXT.always }] : []),
            { value: 'day', label: TEXT.sinceDay },
            { value: 'last-export', label: TEXT.lastExport },
          ]}
          value={choices.changed}
          onChange={(changed) => onChange({ changed: changed as ExportChoices['changed'] })}
        />
        {choices.changed === 'day' && (
          <FormField label={TEXT.since} description={TEXT.sinceHelp}>
            <Input value={choices.since} onChange={({ detail }) => onChange({ since: detail.value.trim() })} />
          </FormField>
        )}
        {!isOfCustomers && (
          <FormField label={TEXT.by} description={TEXT.byHelp}>
            <Input value={choices.by} onChange={({ detail }) => onChange({ by: detail.value.trim() })} />
          </FormField>
        )}
      </SpaceBetween>
    </Container>
  );
}

export function FormatStep({ choices, onChange }: StepProps) {
  const box = (name: 'headings' | 'byteOrderMark' | 'formulaSafe') => (
    <Checkbox checked={choices[name]} onChange={({ detail }) => onChange({ [name]: detail.checked })}>
      {TEXT[name]}
    </Checkbox>
  );
  return (
    <Container>
      <SpaceBetween size="m">
        <FormField label={TEXT.fileName} description={TEXT.fileNameHelp}>
          <Input value={choices.fileName} onChange={({ detail }) => onChange({ fileName: detail.value })} />
        </FormField>
        {box('headings')}
        <Choice
          label={TEXT.delimiter}
          options={optionsOf(TEXT.delimiters)}
          value={choices.delimiter}
          onChange={(delimiter) => onChange({ delimiter: delimiter as ExportChoices['delimiter'] })}
        />
        <Choice
          label={TEXT.encoding}
          options={optionsOf(TEXT.encodings)}
          value={choices.encoding}
          onChange={(encoding) => onChange({ encoding: encoding as ExportChoices['encoding'] })}
        />
        {box('byteOrderMark')}
        {box('formulaSafe')}
      </SpaceBetween>
    </Container>
  );
}

function sinceText({ changed, since }: ExportChoices): string {
  if (changed === 'day') return `${TEXT.since} ${since}`;
  return changed === 'always' ? TEXT.always : TEXT.lastExport;
}

/** @param definition the name of the definition that the export follows, or its name to be */
export function SummaryStep({
  choices,
  fields,
  filters,
  failure,
  definition,
}: StepProps & { readonly failure: unknown; readonly definition: ReactNode }) {
  const labels = choices.fields.map((code) => fields.find((field) => field.code === code)?.label ?? code);
  const answer = (value: boolean) => (value ? TEXT.yes : TEXT.no);
  return (
    <SpaceBetween size="l">
      {failure !== undefined && <ErrorAlert error={failure} header={TEXT.notStarted} />}
      <Container>{definition}</Container>
      <Container>
        <KeyValuePairs
          columns={3}
          items={[
            { label: TEXT.kind, value: TEXT.kinds[choices.kind] },
            { label: TEXT.fields, value: labels.length === 0 ? TEXT.allFields : labels.join(', ') },
            {
              label: TEXT.filter,
              value: filters.find(({ filterId }) => filterId === choices.filterId)?.name ?? TEXT.noFilter,
            },
            { label: TEXT.changed, value: sinceText(choices) },
            { label: TEXT.delimiter, value: TEXT.delimiters[choices.delimiter] },
            { label: TEXT.encoding, value: TEXT.encodings[choices.encoding] },
            { label: TEXT.headings, value: answer(choices.headings) },
            { label: TEXT.byteOrderMark, value: answer(choices.byteOrderMark) },
            { label: TEXT.formulaSafe, value: answer(choices.formulaSafe) },
          ]}
        />
      </Container>
    </SpaceBetween>
  );
}
