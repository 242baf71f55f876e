import Alert from '@cloudscape-design/components/alert';
import { Examples } from './column-reasons.tsx';
import { type CrmTableProposal, warningsOfFile } from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

/** What was read of the file, and what is doubtful about it as a whole. */
export function FileFindings({ proposal }: { readonly proposal: CrmTableProposal }) {
  const warnings = warningsOfFile(proposal);
  const { recordsRead, recordsUnreadable, columns } = proposal;
  return (
    <Alert type={warnings.length === 0 ? 'info' : 'warning'}>
      {FROM_FILE.found(recordsRead, recordsUnreadable, columns.length)}
      {warnings.map(({ code, detail, examples = [] }) => (
        <div key={`${code} ${detail}`}>
          {detail}
          <Examples values={examples} count={examples.length} />
        </div>
      ))}
    </Alert>
  );
}
