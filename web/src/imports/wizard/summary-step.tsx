import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCostLimit } from '../../accounts/queries.ts';
import { recurrenceText, whenOf } from '../../schedules/recurrence-model.ts';
import { SCHEDULE_FORM } from '../../schedules/text.ts';
import { shownDollars, shownSize } from '../../shared/amounts.ts';
import { namesOf } from '../../shared/named-reason.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { formatText } from './format-model.ts';
import { unfedFields, unmatchedColumns } from './mapping-model.ts';
import { CheckAlert, matchText } from './mapping-step.tsx';
import { count, expectation, isFutile, minutes, namesText, refinementText, rulesText } from './summary-model.ts';
import { SUMMARY } from './text.ts';
import type { Wizard } from './use-wizard.ts';

/** Every choice, what is expected of the import, and what is doubtful. */
export function SummaryStep({
  accountPrefix,
  wizard,
  failure,
}: {
  readonly accountPrefix: string;
  readonly wizard: Wizard;
  readonly failure: unknown;
}) {
  return (
    <SpaceBetween size="l">
      {failure !== undefined && <ErrorAlert error={failure} header={SUMMARY.notStarted} />}
      <CheckAlert wizard={wizard} />
      <Expectation wizard={wizard} limit={useCostLimit(accountPrefix)} />
      <Warnings wizard={wizard} />
      <ChoicesSummary wizard={wizard} />
      <ColumnsSummary wizard={wizard} />
    </SpaceBetween>
  );
}

function Expectation({ wizard, limit }: { readonly wizard: Wizard; readonly limit: number | undefined }) {
  const { estimate, rejection } = wizard.check.preview ?? {};
  if (rejection) return null;
  return (
    <Container header={<Header variant="h2">{SUMMARY.expectation}</Header>}>
      <SpaceBetween size="m">
        <LiveRegion>
          <Box fontSize="heading-m">{estimate ? expectation(estimate) : SUMMARY.estimating}</Box>
        </LiveRegion>
        {estimate && isFutile(estimate) && (
          <Alert type="error" header={SUMMARY.nothingImported}>
            {SUMMARY.nothingImportedHelp}
          </Alert>
        )}
        {estimate && (
          <KeyValuePairs
            columns={4}
            items={[
              { label: SUMMARY.records, value: count(estimate.rows) },
              { label: SUMMARY.unchanged, value: count(estimate.unchanged) },
              { label: SUMMARY.time, value: minutes(estimate.minutes) },
              { label: SUMMARY.cost, value: shownDollars(estimate.dollars) },
            ]}
          />
        )}
        {estimate && limit !== undefined && estimate.dollars > limit && (
          <Alert type="info">{SUMMARY.overLimit(shownDollars(limit))}</Alert>
        )}
        <Box color="text-body-secondary">{SUMMARY.fromSample}</Box>
      </SpaceBetween>
    </Container>
  );
}

function Warnings({ wizard }: { readonly wizard: Wizard }) {
  // The columns that are left out stand below.
  const warnings = (wizard.check.preview?.warnings ?? []).filter(({ code }) => code !== 'column.not-imported');
  if (warnings.length === 0) return <Box color="text-body-secondary">{SUMMARY.noWarnings}</Box>;
  const name = namesOf(wizard.fields ?? []);
  return (
    <Alert type="warning" header={`${SUMMARY.warnings} (${warnings.length})`}>
      <ul>
        {warnings.map(({ code, detail, column, examples = [] }) => (
          <li key={`${code} ${column} ${detail}`}>
            {name(detail)}
            {examples.length > 0 && (
              <Box color="inherit" variant="small" display="block">
                {SUMMARY.examples}: {examples.map(({ line, value }) => `${value} (line ${line})`).join(', ')}
              </Box>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function ChoicesSummary({ wizard }: { readonly wizard: Wizard }) {
  const { file, choices, definitions, proposal, columns, takesIds, fields = [] } = wizard;
  const definition = definitions.find(({ definitionId }) => definitionId === choices.definitionId);
  const isSaved = choices.saving.isWanted || choices.later.isLater;
  const leftOut = unmatchedColumns(columns).map(({ title }) => title);
  const labelOf = (code: string) => fields.find((field) => field.code === code)?.label ?? code;
  const unfed = unfedFields(columns, fields, takesIds).map(({ label }) => label);
  return (
    <Container>
      <KeyValuePairs
        columns={2}
        items={[
          { label: SUMMARY.file, value: file && `${file.name}, ${shownSize(file.bytes)}` },
          { label: SUMMARY.into, value: choices.tablePrefix },
          { label: SUMMARY.when, value: whenText(wizard) },
          ...(choices.later.isLater
            ? [{ label: SUMMARY.files, value: SCHEDULE_FORM.sources[choices.later.source] }]
            : []),
          { label: SUMMARY.format, value: proposal.preview && formatText(proposal.preview) },
          { label: SUMMARY.ids, value: matchText(wizard) },
          { label: SUMMARY.rules, value: rulesText(choices.rules, labelOf) },
          ...(isSaved ? [{ label: SUMMARY.saved, value: choices.saving.name }] : []),
          ...(definition ? [{ label: SUMMARY.definition, value: definition.name }] : []),
          { label: SUMMARY.leftOut, value: namesText(leftOut) },
          { label: SUMMARY.unfed, value: namesText(unfed) },
        ]}
      />
    </Container>
  );
}

function whenText({ choices: { later }, file }: Wizard): string {
  const when = later.isLater ? whenOf(later) : undefined;
  if (when) return recurrenceText(when, later.timeZone);
  return file?.kind === 'inbox' ? SUMMARY.nowHere : SUMMARY.now;
}

function ColumnsSummary({ wizard: { columns, fields = [] } }: { readonly wizard: Wizard }) {
  const fed = columns.filter(({ choice }) => choice.field !== null);
  const labels = new Map(fields.map(({ code, label }) => [code, label]));
  return (
    <ExpandableSection
      variant="container"
      headerText={SUMMARY.columns}
      headerDescription={SUMMARY.imported(fed.length, columns.length)}
      headingTagOverride="h2"
    >
      <ul>
        {fed.map((column) => (
          <li key={column.position}>
            {column.title} → {labels.get(column.choice.field ?? '')} ({column.choice.field}){' '}
            <Box variant="span" color="text-body-secondary">
              {refinementText(column)}
            </Box>
          </li>
        ))}
      </ul>
    </ExpandableSection>
  );
}
