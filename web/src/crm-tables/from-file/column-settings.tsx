import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ColumnReasons } from './column-reasons.tsx';
import { FieldChoices } from './field-choices.tsx';
import {
  type ColumnChanges,
  type CrmTableProposal,
  type Edits,
  editColumn,
  type ProposedColumn,
  resetColumn,
} from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

const { settings } = FROM_FILE;

/** The field that is proposed for a column: what the person can change, and why it is proposed. */
export function ColumnSettings({
  proposal,
  column,
  edits,
  reported,
  onEdit,
}: {
  readonly proposal: CrmTableProposal;
  readonly column: ProposedColumn;
  readonly edits: Edits;
  /** What the API reports for a member of the column's choices. */
  readonly reported: (member: string) => string | undefined;
  readonly onEdit: (edits: Edits) => void;
}) {
  const { position, name, samples } = column;
  const edit = edits.columns.get(position) ?? {};
  const isCustomerId = proposal.customerId.column === position;
  const change = (changes: ColumnChanges) => onEdit(editColumn(edits, position, changes));
  const reset = (
    <Button disabled={!edits.columns.has(position)} onClick={() => onEdit(resetColumn(edits, position))}>
      {settings.reset}
    </Button>
  );
  return (
    <Container
      header={
        <Header variant="h2" actions={reset}>
          {FROM_FILE.column(position, name)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Box color="text-body-secondary">
          {samples.length === 0 ? settings.noValue : settings.samples(samples.join(' · '))}
        </Box>
        <Checkbox
          checked={!edit.leaveOut}
          disabled={isCustomerId}
          description={settings.keepHelp}
          onChange={({ detail }) => change({ leaveOut: detail.checked ? undefined : true })}
        >
          {settings.keep}
        </Checkbox>
        {!edit.leaveOut && (
          <FieldChoices {...{ proposal, column, edits, reported, edit, change, isCustomerId }} key={position} />
        )}
        <ColumnReasons proposal={proposal} column={column} />
      </SpaceBetween>
    </Container>
  );
}
