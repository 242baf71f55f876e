import '../designer/designer.css';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { ApiError } from '../../shared/api/api-error.ts';
import { LeaveGuard } from '../../shared/router/leave-guard.tsx';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { DESIGNER_STYLE } from '../designer/designer-style.ts';
import { useTablePrefixTaken } from '../designer/queries.ts';
import { NEW_TABLE_RULES } from '../new-table-model.ts';
import { CRM_TABLES } from '../text.ts';
import { ColumnSettings } from './column-settings.tsx';
import { ColumnTable } from './column-table.tsx';
import { CreateButtons } from './create-buttons.tsx';
import { FileFindings } from './file-findings.tsx';
import { choicesOf, chooseCustomerId, type FileOptions, faultsOf, NO_EDITS, reportedFor } from './proposal-model.ts';
import { useProposal } from './queries.ts';
import { TableChoice } from './table-choice.tsx';
import { FROM_FILE } from './text.ts';
import { useCreateTable } from './use-create-table.ts';

/** The proposal for one file, with the edits of the person. */
export function ProposalEditor({
  accountPrefix,
  file,
  country,
  options,
}: {
  readonly accountPrefix: string;
  readonly file: File;
  readonly country: string;
  readonly options: FileOptions;
}) {
  const [edits, setEdits] = useState(NO_EDITS);
  const [chosen, setChosen] = useState(1);
  const [typed, setTyped] = useState<{ readonly name?: string; readonly prefix?: string }>({});
  const { proposal, error, isCurrent } = useProposal(accountPrefix, { file, country, options, edits });
  const { createTable, progress, failure } = useCreateTable(accountPrefix, file);
  const values = {
    name: typed.name ?? proposal?.draft.name ?? '',
    prefix: typed.prefix ?? proposal?.prefix ?? '',
    defaultCountry: country,
  };
  const isTaken = useTablePrefixTaken(accountPrefix, values.prefix) && progress === 'open';
  if (!proposal) return error ? <ErrorAlert error={error} header={FROM_FILE.notProposed} /> : <Waiting />;

  const violations = error instanceof ApiError ? error.violations : [];
  const column = proposal.columns[chosen - 1];
  const nameFault = NEW_TABLE_RULES.name?.(values.name, values);
  const prefixFault = NEW_TABLE_RULES.prefix?.(values.prefix, values);
  const isReady = isCurrent && !error && faultsOf(edits).size === 0 && !nameFault && !prefixFault && !isTaken;
  return (
    <SpaceBetween size="l">
      {failure !== undefined && <ErrorAlert error={failure} header={FROM_FILE.notCreated} />}
      {error !== null && violations.length === 0 && <ErrorAlert error={error} header={FROM_FILE.notProposed} />}
      <FileFindings proposal={proposal} />
      <TableChoice
        proposal={proposal}
        name={{ value: values.name, error: nameFault, onChange: (name) => setTyped({ ...typed, name }) }}
        prefix={{
          value: values.prefix,
          error: prefixFault ?? (isTaken ? CRM_TABLES.prefixTaken(values.prefix) : undefined),
          onChange: (prefix) => setTyped({ ...typed, prefix }),
        }}
        onCustomerId={(position) => setEdits(chooseCustomerId(edits, position))}
      />
      <div className="designer" style={DESIGNER_STYLE}>
        <ColumnTable proposal={proposal} chosen={chosen} onChoose={setChosen} />
        <div className="designer-side">
          {column && (
            <ColumnSettings
              {...{ proposal, column, edits }}
              reported={(member) => reportedFor(violations, choicesOf(edits), column.position, member)}
              onEdit={setEdits}
            />
          )}
        </div>
      </div>
      <CreateButtons
        accountPrefix={accountPrefix}
        isReady={isReady}
        isBusy={progress !== 'open'}
        status={<Status isCurrent={isCurrent} hasError={error !== null} />}
        onCreate={(mode) => void createTable(proposal, values, mode)}
      />
      <LeaveGuard active={progress === 'open' && (edits !== NO_EDITS || Object.keys(typed).length > 0)} />
    </SpaceBetween>
  );
}

const Waiting = () => (
  <Box textAlign="center">
    <Spinner /> {FROM_FILE.checking}
  </Box>
);

function Status({ isCurrent, hasError }: { readonly isCurrent: boolean; readonly hasError: boolean }) {
  if (hasError) return <StatusIndicator type="error">{FROM_FILE.notProposed}</StatusIndicator>;
  if (!isCurrent) return <StatusIndicator type="in-progress">{FROM_FILE.checking}</StatusIndicator>;
  return <StatusIndicator>{FROM_FILE.upToDate}</StatusIndicator>;
}
