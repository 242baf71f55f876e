import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { confidenceText, reasonText } from './column-text.ts';
import { DateFormChoice } from './date-form-choice.tsx';
import { isDateField, type MappedColumn, refine, reset } from './mapping-model.ts';
import { MAPPING } from './text.ts';
import type { Wizard } from './use-wizard.ts';
import { ValueMap } from './value-map.tsx';

/** What becomes of one column: its field, its replaced cells, its default. */
export function ColumnDetails({
  wizard,
  column,
  onFeed,
  onMove,
  mayMove,
}: {
  readonly wizard: Wizard;
  readonly column: MappedColumn;
  readonly onFeed: (field: string | null) => void;
  readonly onMove: (steps: -1 | 1) => void;
  readonly mayMove: (steps: -1 | 1) => boolean;
}) {
  const { columns, edits } = wizard;
  const { position, title, choice, proposed, isEdited } = column;
  const field = wizard.fields?.find(({ code }) => code === choice.field);
  // The Customer ID is imported as it is.
  const isRefined = field !== undefined && field.code !== CUSTOMER_ID;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button iconName="arrow-up" ariaLabel={MAPPING.up} disabled={!mayMove(-1)} onClick={() => onMove(-1)} />
              <Button iconName="arrow-down" ariaLabel={MAPPING.down} disabled={!mayMove(1)} onClick={() => onMove(1)} />
            </SpaceBetween>
          }
        >
          {MAPPING.detailsOf(title)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div>
          <Box variant="awsui-key-label">{MAPPING.samples}</Box>
          {proposed.samples.length === 0
            ? MAPPING.noSamples
            : proposed.samples.map((sample) => <Box key={sample}>{sample}</Box>)}
        </div>
        <div className="field-choice">
          <FieldChoice wizard={wizard} column={column} onFeed={onFeed} />
        </div>
        {isEdited && (
          <Button
            variant="inline-link"
            iconName="undo"
            onClick={() => wizard.setEdits(reset(columns, edits, position))}
          >
            {MAPPING.reset}
          </Button>
        )}
        {field && isDateField(field) && (
          <DateFormChoice
            chosen={choice.dateForm}
            onChoose={(dateForm) => wizard.setEdits(refine(columns, edits, position, { dateForm }))}
          />
        )}
        {isRefined && (
          <FormField label={MAPPING.default} description={MAPPING.defaultHelp}>
            <Input
              value={choice.default ?? ''}
              onChange={({ detail }) => wizard.setEdits(refine(columns, edits, position, { default: detail.value }))}
            />
          </FormField>
        )}
        {isRefined && <ValueMap wizard={wizard} column={column} field={field} />}
      </SpaceBetween>
    </Container>
  );
}

function FieldChoice({
  wizard,
  column,
  onFeed,
}: {
  readonly wizard: Wizard;
  readonly column: MappedColumn;
  readonly onFeed: (field: string | null) => void;
}) {
  const holders = new Map(wizard.columns.map(({ choice, title, position }) => [choice.field, { title, position }]));
  const ignored = { value: '', label: MAPPING.ignored };
  const fields = (wizard.fields ?? [])
    .filter(({ code }) => wizard.takesIds || code !== CUSTOMER_ID)
    .map(({ code, label }) => {
      const holder = holders.get(code);
      const description = holder && holder.position !== column.position ? MAPPING.fedBy(holder.title) : undefined;
      return { value: code, label, labelTag: code, ...(description !== undefined && { description }) };
    });
  const { choice, proposed, isEdited } = column;
  const why = `${reasonText(column)} ${confidenceText(column)}`.trim();
  const before = isEdited && proposed.label !== undefined ? `. ${proposed.label} was proposed` : '';
  return (
    <FormField label={MAPPING.field} constraintText={why + before}>
      <Select
        selectedOption={fields.find(({ value }) => value === choice.field) ?? ignored}
        options={[ignored, ...fields]}
        filteringType="auto"
        onChange={({ detail }) => onFeed(detail.selectedOption.value || null)}
      />
    </FormField>
  );
}
