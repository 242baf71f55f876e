import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useState } from 'react';
import { LeaveGuard } from '../../shared/router/leave-guard.tsx';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { Status } from '../../shared/shell/status.tsx';
import { SideBySide } from '../../shared/style/side-by-side.tsx';
import { ColumnSettings } from './column-settings.tsx';
import { ColumnTable } from './column-table.tsx';
import { CreateButtons } from './create-buttons.tsx';
import { FileFindings } from './file-findings.tsx';
import { type CrmTableProposal, choicesOf, chooseCustomerId, type FileOptions, reportedFor } from './proposal-model.ts';
import { TableChoice } from './table-choice.tsx';
import { FROM_FILE } from './text.ts';
import { type EditedProposal, useEditedProposal } from './use-edited-proposal.ts';

interface ProposalEditorProps {
  readonly accountPrefix: string;
  readonly file: File;
  readonly country: string;
  readonly options: FileOptions;
}

/** The proposal for one file, with the edits of the person. */
export function ProposalEditor(props: ProposalEditorProps) {
  const edited = useEditedProposal(props);
  const { proposal, error, violations, failure, isCurrent, isBusy, isReady, create } = edited;
  if (!proposal) return error ? <ErrorAlert error={error} header={FROM_FILE.notProposed} /> : <Waiting />;
  return (
    <SpaceBetween size="l">
      {failure !== undefined && <ErrorAlert error={failure} header={FROM_FILE.notCreated} />}
      {error !== null && violations.length === 0 && <ErrorAlert error={error} header={FROM_FILE.notProposed} />}
      <FileFindings proposal={proposal} />
      <TableChoice
        proposal={proposal}
        name={edited.name}
        prefix={edited.prefix}
        onCustomerId={(position) => edited.setEdits(chooseCustomerId(edited.edits, position))}
      />
      <Columns edited={edited} proposal={proposal} />
      <CreateButtons
        accountPrefix={props.accountPrefix}
        proposal={proposal}
        isReady={isReady}
        isBusy={isBusy}
        status={<ProposalStatus isCurrent={isCurrent} hasError={error !== null} />}
        onCreate={(mode) => void create(proposal, mode)}
      />
      <LeaveGuard active={!isBusy && edited.isEdited} />
    </SpaceBetween>
  );
}

/** The columns of the file, and next to them the settings of the chosen one. */
function Columns({
  edited: { edits, setEdits, violations },
  proposal,
}: {
  readonly edited: EditedProposal;
  readonly proposal: CrmTableProposal;
}) {
  const [chosen, setChosen] = useState(1);
  const column = proposal.columns[chosen - 1];
  const settings = column && (
    <ColumnSettings
      {...{ proposal, column, edits }}
      reported={(member) => reportedFor(violations, choicesOf(edits), column.position, member)}
      onEdit={setEdits}
    />
  );
  return (
    <SideBySide side={settings}>
      <ColumnTable proposal={proposal} chosen={chosen} onChoose={setChosen} />
    </SideBySide>
  );
}

const Waiting = () => (
  <Box textAlign="center">
    <Spinner /> {FROM_FILE.checking}
  </Box>
);

function ProposalStatus({ isCurrent, hasError }: { readonly isCurrent: boolean; readonly hasError: boolean }) {
  if (hasError) return <Status type="error">{FROM_FILE.notProposed}</Status>;
  if (!isCurrent) return <Status type="in-progress">{FROM_FILE.checking}</Status>;
  return <Status>{FROM_FILE.upToDate}</Status>;
}
